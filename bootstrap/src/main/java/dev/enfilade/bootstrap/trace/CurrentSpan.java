package dev.enfilade.bootstrap.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/**
 * The span that an OpenTelemetry agent has begun for the request; without an agent there is none, and nothing happens.
 */
public final class CurrentSpan {

    /** Asked once: looking for a span that nobody begins would cost every request. */
    private static final boolean AGENT = isAgentThere();

    private CurrentSpan() {}

    /** Whether there can be one at all. */
    public static boolean isPossible() {
        return AGENT;
    }

    /** The span of the request, if there is one. */
    public static Optional<SpanRef> find() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? Optional.of(new SpanRef(context.getTraceId(), context.getSpanId(), context.isSampled()))
                : Optional.empty();
    }

    /** Says what agents cannot know: the model under the client's name for it, and how the request ended. */
    public static void tell(Optional<String> model, String outcome) {
        Span span = Span.current();
        model.ifPresent(name -> span.setAttribute("enfilade.model", name));
        span.setAttribute("enfilade.outcome", outcome);
    }

    /** The agent puts classes of its own in front of every class loader. */
    private static boolean isAgentThere() {
        try {
            Class.forName("io.opentelemetry.javaagent.OpenTelemetryAgent", false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
