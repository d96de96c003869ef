package dev.enfilade.adapter.out.openai.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The calls under way, and the one clock that ends those that take too long: sockets have no limit for a phase of many
 * reads.
 */
final class Calls implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(25);

    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanoTime;
    private final long start;
    private final Runnable onTick;
    private final Thread clock;
    private volatile boolean closed;

    /** A registry that also runs this at each tick. */
    Calls(LongSupplier nanoTime, Runnable onTick) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.onTick = onTick;
        // No virtual thread: limits must hold when every carrier is busy.
        this.clock = Thread.ofPlatform().daemon().name("backend-time-limits").unstarted(this::tick);
    }

    void startClock() {
        clock.start();
    }

    /** Nanoseconds since the beginning, at least one. */
    long now() {
        return nanoTime.getAsLong() - start + 1;
    }

    /** False if there is no place for calls any more. */
    boolean add(Call call) {
        underWay.add(call);
        return !closed;
    }

    void remove(Call call) {
        underWay.remove(call);
    }

    /** Cancels every call. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(clock);
        underWay.forEach(Call::cancel);
    }

    private void tick() {
        while (!closed) {
            long now = now();
            underWay.forEach(call -> call.expireAt(now));
            onTick.run();
            LockSupport.parkNanos(TICK.toNanos());
        }
    }
}
