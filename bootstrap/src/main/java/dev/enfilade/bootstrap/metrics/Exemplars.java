package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.trace.SpanRef;
import io.prometheus.metrics.tracer.common.SpanContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ties what is recorded to the trace of its request, so that one example of a bucket can be looked at. */
final class Exemplars implements SpanContext {

    private static final ScopedValue<SpanRef> CURRENT = ScopedValue.newInstance();

    static void of(Optional<SpanRef> span, Runnable recording) {
        if (span.isPresent()) {
            ScopedValue.where(CURRENT, span.get()).run(recording);
        } else {
            recording.run();
        }
    }

    @Override
    public @Nullable String getCurrentTraceId() {
        return CURRENT.isBound() ? CURRENT.get().trace() : null;
    }

    @Override
    public @Nullable String getCurrentSpanId() {
        return CURRENT.isBound() ? CURRENT.get().span() : null;
    }

    @Override
    public boolean isCurrentSpanSampled() {
        return CURRENT.isBound() && CURRENT.get().sampled();
    }

    @Override
    public void markCurrentSpanAsExemplar() {}
}
