package dev.enfilade.contract.core;

import java.io.PrintStream;
import java.util.Collection;

/** Durations of one kind, in nanoseconds and in order. */
final class Samples {

    private static final PrintStream OUT = System.out;

    private final long[] sorted;

    private Samples(long[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(Collection<Long> nanos) {
        return new Samples(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    void print(String what) {
        OUT.printf(
                "%-58s median %7.2f ms   p99 %7.2f ms   max %7.2f ms   (%d)%n",
                what, millis(50), millis(99), millis(100), sorted.length);
    }

    private double millis(int percentile) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }
}
