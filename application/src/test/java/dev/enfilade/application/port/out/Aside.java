package dev.enfilade.application.port.out;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on a virtual thread of its own, so that a test can interrupt it and wait for it with a limit.
 *
 * @param <T> what the work gives
 */
public final class Aside<T> {

    private static final long PATIENCE_SECONDS = 20;

    private final FutureTask<T> task;
    private final Thread thread;

    private Aside(Callable<T> work) {
        task = new FutureTask<>(work);
        thread = Thread.ofVirtual().start(task);
    }

    public static <T> Aside<T> run(Callable<T> work) {
        return new Aside<>(work);
    }

    public void interrupt() {
        thread.interrupt();
    }

    public boolean isDone() {
        return task.isDone();
    }

    /** Returns when the thread waits for something, or has ended. */
    public Aside<T> awaitBlocked() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isWaiting() && !isDone()) {
            assertThat(System.nanoTime()).as("the work waits or is done").isLessThan(limit);
            Thread.onSpinWait();
        }
        return this;
    }

    private boolean isWaiting() {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    public T result() {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the work failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the work did not end", e);
        }
    }

    /** What the work threw; fails if it succeeded. */
    public Throwable thrown() {
        try {
            T given = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            throw new AssertionError("the work succeeded with " + given);
        } catch (ExecutionException e) {
            return requireNonNull(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the work did not end", e);
        }
    }
}
