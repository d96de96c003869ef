package dev.enfilade.bootstrap.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Takes steps one after the other and tells what each has seen. A step that takes too long is interrupted and left
 * behind: look-ups of names hear no interrupt.
 */
final class Steps {

    private final LongSupplier nanoTime;
    private final Consumer<StepReport> told;
    private Optional<Trouble> trouble = Optional.empty();

    Steps(LongSupplier nanoTime, Consumer<StepReport> told) {
        this.nanoTime = nanoTime;
        this.told = told;
    }

    /** Takes a step and tells of it. */
    Finding take(String name, Optional<String> backend, Duration limit, Callable<Finding> step) {
        return tell(attempt(name, backend, limit, step));
    }

    /** Tells of a step that was taken, or that needs no time. */
    Finding tell(StepReport report) {
        trouble = trouble.or(() -> report.finding().trouble());
        told.accept(report);
        return report.finding();
    }

    /** Takes a step of which somebody else will tell. */
    StepReport attempt(String name, Optional<String> backend, Duration limit, Callable<Finding> step) {
        long begun = nanoTime.getAsLong();
        Finding finding = within(limit, step);
        return new StepReport(name, backend, finding, Duration.ofNanos(nanoTime.getAsLong() - begun));
    }

    /** The trouble of the first step that failed. */
    Optional<Trouble> trouble() {
        return trouble;
    }

    private static Finding within(Duration limit, Callable<Finding> step) {
        FutureTask<Finding> task = new FutureTask<>(step);
        Thread.ofPlatform().daemon().name("step").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Finding.failed(
                    Trouble.BACKEND,
                    "not done within " + Times.shown(limit),
                    "if this is only slow, give it longer by --timeout");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the check was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a step broke: " + e.getCause(), e);
        }
    }
}
