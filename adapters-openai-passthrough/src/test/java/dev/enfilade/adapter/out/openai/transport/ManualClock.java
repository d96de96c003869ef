package dev.enfilade.adapter.out.openai.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that a test moves. */
final class ManualClock implements LongSupplier {

    private long now;
    private long looks;

    @Override
    public synchronized long getAsLong() {
        looks++;
        notifyAll();
        return now;
    }

    synchronized void advance(Duration time) {
        now += time.toNanos();
    }

    /** Waits until whoever watches the limits has seen the present time, for sure. */
    synchronized void awaitLooks() throws InterruptedException {
        long enough = looks + 3;
        while (looks < enough) {
            wait();
        }
    }
}
