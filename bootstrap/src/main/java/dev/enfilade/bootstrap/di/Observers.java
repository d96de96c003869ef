package dev.enfilade.bootstrap.di;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.RequestObserver;
import dev.enfilade.bootstrap.metrics.Metrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Those who follow every request: the access log, and the meters, which nobody waits for before he is answered.
 *
 * @param inFlight requests that have begun and not ended
 */
record Observers(RequestObserver log, Supplier<Metrics> metrics, AtomicInteger inFlight) implements RequestObserver {

    Observers {
        requireNonNull(log, "log is null");
        requireNonNull(metrics, "metrics is null");
        requireNonNull(inFlight, "inFlight is null");
    }

    @Override
    public void began() {
        inFlight.incrementAndGet();
    }

    @Override
    public void streamBegan(Duration sinceRequest) {
        metrics.get().traffic().streamBegan(sinceRequest);
    }

    @Override
    public void pieceSent(long nanosSinceLast) {
        metrics.get().traffic().pieceSent(nanosSinceLast);
    }

    @Override
    public void ended(AccessLine line) {
        inFlight.decrementAndGet();
        log.ended(line);
        metrics.get().traffic().ended(line);
    }
}
