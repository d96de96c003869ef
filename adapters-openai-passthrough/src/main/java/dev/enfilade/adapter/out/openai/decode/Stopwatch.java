package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.Timing;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Takes the times of one answer: begun, head in hand, first token, end. */
public final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier nanoTime;
    private final long begun;
    private long headAt;
    private long firstTokenAt;
    private boolean hasToken;

    /** Starts to run. */
    public Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.headAt = begun;
    }

    /** The backend began to respond. */
    public void headInHand() {
        headAt = nanoTime.getAsLong();
    }

    void token() {
        if (!hasToken) {
            hasToken = true;
            firstTokenAt = nanoTime.getAsLong();
        }
    }

    /** The times until now; what the engine measured itself is better known than what we saw of it. */
    Timing stop(Optional<EngineTimings> engine) {
        long now = nanoTime.getAsLong();
        long first = hasToken ? firstTokenAt : now;
        return new Timing(
                now - begun,
                headAt - begun,
                measured(engine.map(EngineTimings::promptMillis), first - headAt),
                measured(engine.map(EngineTimings::generationMillis), now - first));
    }

    private static long measured(Optional<Double> millis, long seen) {
        return millis.filter(value -> value > 0)
                .map(value -> Math.round(value * NANOS_PER_MILLI))
                .orElse(seen);
    }
}
