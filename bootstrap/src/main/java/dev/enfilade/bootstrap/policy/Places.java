package dev.enfilade.bootstrap.policy;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many places, and a queue of bounded length of those who wait for one: first come, first served. */
final class Places {

    private final Free free;
    private final AtomicInteger waiting = new AtomicInteger();
    private int places;
    private volatile int queue;

    /** @param queue how many may wait */
    Places(int places, int queue) {
        this.free = new Free(places);
        this.places = places;
        this.queue = queue;
    }

    /** Changes how many there are. Those that are taken count; where they are too many now, nobody gets one of them. */
    synchronized void resize(int otherPlaces, int otherQueue) {
        free.add(otherPlaces - places);
        places = otherPlaces;
        queue = otherQueue;
    }

    /**
     * Takes a place, if need be after a wait, which an interrupt ends.
     *
     * @throws FailureException {@code Overloaded} at once if the queue is full, {@code Cancelled}
     */
    void take() {
        try {
            // With a time-out, be it none, it does not overtake those who wait.
            if (!free.tryAcquire(0, TimeUnit.SECONDS)) {
                await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    void giveBack() {
        free.release();
    }

    /** How many wait now. */
    int waiting() {
        return waiting.get();
    }

    private void await() throws InterruptedException {
        try {
            if (waiting.incrementAndGet() > queue) {
                throw new FailureException(new Failure.Overloaded());
            }
            free.acquire();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Free places; fewer than none while more are taken than there are. */
    private static final class Free extends Semaphore {

        private static final long serialVersionUID = 1L;

        Free(int places) {
            super(places, true);
        }

        void add(int more) {
            if (more < 0) {
                reducePermits(-more);
            } else {
                release(more);
            }
        }
    }
}
