package dev.enfilade.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.FailureException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a fake backend falls silent: remembers that it came there, and that somebody went away. */
public final class Gate {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch silence = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);

    /** Blocks until somebody goes away, then fails as cancelled. */
    FailureException blockUntilAbandoned() {
        silence.countDown();
        try {
            abandoned.await();
            return new FailureException(Fails.CANCELLED);
        } catch (InterruptedException e) {
            abandon();
            return new FailureException(Fails.CANCELLED, e);
        }
    }

    void abandon() {
        abandoned.countDown();
    }

    public void awaitSilence() {
        await(silence, "the script came to its silence");
    }

    public void awaitAbandoned() {
        await(abandoned, "the backend noticed that nobody listens");
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(what).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(what, e);
        }
    }
}
