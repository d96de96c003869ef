package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One reader's share of a core. Virtual threads leave a core only when they wait, and while as many backends as there
 * are cores are faster than their readers, all others would miss their limits of time.
 */
final class Turn {

    private static final long LONGEST_NANOS = 2_000_000;

    /** A read out of the system's buffer takes less, and one that takes longer has let others run. */
    private static final long WAIT_NANOS = 100_000;

    private final LongSupplier now;
    private long began;

    /** @param now in nanoseconds */
    Turn(LongSupplier now) {
        this.now = now;
        this.began = now.getAsLong();
    }

    /** Reads as the source does, after the others where this reader has not waited for long. */
    int read(InputStream source, byte[] buffer) throws IOException {
        if (now.getAsLong() - began > LONGEST_NANOS) {
            // After a mere yield a core may go on with this reader for ever: it looks into the queue first that it has
            // just used.
            LockSupport.parkNanos(1);
            began = now.getAsLong();
        }
        long asked = now.getAsLong();
        int count = source.read(buffer);
        long came = now.getAsLong();
        if (came - asked > WAIT_NANOS) {
            began = came;
        }
        return count;
    }
}
