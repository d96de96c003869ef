package dev.enfilade.bootstrap.server;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of request bodies may be held in memory at once, those of all requests together. */
final class BodyBudget {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /** What one request holds, nothing at first. */
    Share share() {
        return new Share();
    }

    private boolean take(long bytes) {
        long before = held.getAndUpdate(now -> now + bytes <= most ? now + bytes : now);
        return before + bytes <= most;
    }

    /** Held from the first byte of a body until its request is over, since a body may have to be sent again. */
    final class Share implements AutoCloseable {

        private long mine;

        private Share() {}

        /** Makes it so many bytes if it is less; false if there is no room for them. */
        synchronized boolean growTo(long bytes) {
            long more = bytes - mine;
            if (more <= 0) {
                return true;
            }
            if (!take(more)) {
                return false;
            }
            mine = bytes;
            return true;
        }

        /** Gives all of it back. */
        @Override
        public synchronized void close() {
            held.addAndGet(-mine);
            mine = 0;
        }
    }
}
