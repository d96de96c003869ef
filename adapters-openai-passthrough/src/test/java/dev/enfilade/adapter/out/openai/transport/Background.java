package dev.enfilade.adapter.out.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Something that goes on, on a virtual thread of its own, until it fails. */
final class Background {

    private final FutureTask<Failure> task;
    private final Thread thread;

    private Background(ThrowingCallable doomed) {
        task = new FutureTask<>(() -> Requests.failureOf(doomed));
        thread = Thread.ofVirtual().start(task);
    }

    static Background failing(ThrowingCallable doomed) {
        return new Background(doomed);
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Waits until the thread waits for something itself, which here can only be its socket. */
    void awaitBlocked() {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(task.isDone()).isFalse();
    }

    boolean isDone() {
        return task.isDone();
    }

    Failure failure() {
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no failure", e);
        }
    }
}
