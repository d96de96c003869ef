package dev.enfilade.application.service;

import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One backend's model list, kept: one load for many askers, started again when the list is old, and the last good list
 * while the backend is down.
 */
final class HeldCatalog {

    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration LISTING_LIMIT = Duration.ofSeconds(10);

    /** Who lists often, as some clients do before every question, is not to wait for a backend that is silent. */
    private static final Duration RENEWAL_LIMIT = Duration.ofSeconds(1);

    private final ModelCatalog source;
    private final Duration freshFor;
    private final LongSupplier nanoTime;
    private final Executor executor;

    private @Nullable ModelIndex last;
    private long loadedAt;
    private @Nullable CompletableFuture<ModelIndex> attempt;
    private long attemptedAt;
    private int attempts;
    private volatile int givenUp;

    HeldCatalog(ModelCatalog source, Duration freshFor, LongSupplier nanoTime, Executor executor) {
        this.source = source;
        this.freshFor = freshFor;
        this.nanoTime = nanoTime;
        this.executor = executor;
    }

    /**
     * The same list under other conditions; from another source a newer one is due at once, and this one is good until
     * it has come.
     */
    synchronized HeldCatalog successor(ModelCatalog other, Duration otherFreshFor) {
        boolean same = other.equals(source);
        if (same && otherFreshFor.equals(freshFor)) {
            return this;
        }
        HeldCatalog next = new HeldCatalog(other, otherFreshFor, nanoTime, executor);
        next.last = last;
        next.loadedAt = same ? loadedAt : nanoTime.getAsLong() - otherFreshFor.toNanos();
        return next;
    }

    /**
     * The list at hand, however old; absent if none was ever loaded. Starts a load if the list is old, and waits for
     * nothing.
     */
    Optional<ModelIndex> atHand() {
        if (!isFresh()) {
            CompletableFuture<ModelIndex> _ = load();
        }
        synchronized (this) {
            return Optional.ofNullable(last);
        }
    }

    /**
     * Waits for the load that is under way or due, but not longer than this, and only once for a load that takes
     * longer; failures are left to {@link #atHand} to show.
     */
    void await(Duration patience) {
        CompletableFuture<ModelIndex> awaited = load();
        int number = attempts();
        if (number == givenUp) {
            return;
        }
        try {
            awaited.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return;
        } catch (TimeoutException e) {
            givenUp = number;
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    /** As {@link #await}, unless there is a list that is not old. */
    void awaitIfOld(Duration patience) {
        if (!isFresh()) {
            await(patience);
        }
    }

    /**
     * A list that is not old, or the last good one if no newer can be had.
     *
     * @throws FailureException if there never was one and there is none to be had
     */
    ModelIndex current() {
        if (!isFresh()) {
            Duration limit = hasAny() ? RENEWAL_LIMIT : LISTING_LIMIT;
            try {
                return load().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                return lastOr(e.getCause());
            } catch (TimeoutException e) {
                return lastOr(new FailureException(new Failure.TimedOut(Failure.Phase.RESPONSE, limit), e));
            } catch (InterruptedException e) {
                throw cancelled(e);
            }
        }
        synchronized (this) {
            return last == null ? ModelIndex.EMPTY : last;
        }
    }

    private synchronized boolean hasAny() {
        return last != null;
    }

    private synchronized boolean isFresh() {
        return last != null && nanoTime.getAsLong() - loadedAt < freshFor.toNanos();
    }

    private synchronized ModelIndex lastOr(@Nullable Throwable failed) {
        if (last != null) {
            return last;
        }
        throw failed instanceof FailureException failure
                ? failure
                : new IllegalStateException("the model list could not be loaded", failed);
    }

    /** The attempt that is under way, or was made within the last second, or a new one. */
    private synchronized CompletableFuture<ModelIndex> load() {
        boolean recent =
                attempt != null && (!attempt.isDone() || nanoTime.getAsLong() - attemptedAt < RETRY_PAUSE.toNanos());
        if (attempt == null || !recent) {
            attemptedAt = nanoTime.getAsLong();
            attempts++;
            attempt = CompletableFuture.supplyAsync(this::loadNow, executor);
        }
        return attempt;
    }

    private synchronized int attempts() {
        return attempts;
    }

    private ModelIndex loadNow() {
        ModelIndex loaded = new ModelIndex(source.models());
        synchronized (this) {
            last = loaded;
            loadedAt = nanoTime.getAsLong();
        }
        return loaded;
    }

    private static FailureException cancelled(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FailureException(new Failure.Cancelled(), e);
    }
}
