package dev.enfilade.bootstrap.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps repetitions to a share of the requests of the last seconds, so that a backend in trouble gets no storm. */
final class RetryBudget {

    /** Allowed in any case, so that a single user's request is repeated too. */
    private static final int LEAST = 3;

    private static final int SLOTS = 10;
    private static final long SLOT_NANOS = Duration.ofSeconds(1).toNanos();

    private final int percent;
    private final LongSupplier nanoTime;
    private final int[] requests = new int[SLOTS];
    private final int[] repeats = new int[SLOTS];
    private long slot;

    RetryBudget(int percent, LongSupplier nanoTime) {
        this.percent = percent;
        this.nanoTime = nanoTime;
        this.slot = nanoTime.getAsLong() / SLOT_NANOS;
    }

    /** A budget of another size begins anew. */
    RetryBudget successor(int otherPercent) {
        return otherPercent == percent ? this : new RetryBudget(otherPercent, nanoTime);
    }

    synchronized void countRequest() {
        requests[now()]++;
    }

    /** Whether one more repetition is within the budget; it is counted if so. */
    synchronized boolean take() {
        int now = now();
        long allowed = Math.max(LEAST, sum(requests) * percent / 100);
        boolean within = percent > 0 && sum(repeats) < allowed;
        if (within) {
            repeats[now]++;
        }
        return within;
    }

    /** The slot of this second, those that have passed since the last call being emptied. */
    private int now() {
        long current = nanoTime.getAsLong() / SLOT_NANOS;
        for (long passed = Math.max(slot + 1, current - SLOTS + 1); passed <= current; passed++) {
            int index = (int) Math.floorMod(passed, (long) SLOTS);
            requests[index] = 0;
            repeats[index] = 0;
        }
        slot = Math.max(slot, current);
        return (int) Math.floorMod(slot, (long) SLOTS);
    }

    private static long sum(int[] slots) {
        long sum = 0;
        for (int count : slots) {
            sum += count;
        }
        return sum;
    }
}
