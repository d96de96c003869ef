package dev.enfilade.bootstrap.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;

/** Estimates of percentiles from the buckets of a histogram, between their bounds as if values were spread evenly. */
final class Percentiles {

    private final ClassicHistogramBuckets buckets;
    private final long count;

    Percentiles(ClassicHistogramBuckets buckets) {
        this.buckets = buckets;
        long sum = 0;
        for (int i = 0; i < buckets.size(); i++) {
            sum += buckets.getCount(i);
        }
        this.count = sum;
    }

    /**
     * The value below which this share of all values lies; the highest finite bound if it lies beyond, and not a number
     * if there are none.
     *
     * @param share from 0 to 1
     */
    double at(double share) {
        double rank = share * count;
        double below = 0;
        double lower = 0;
        for (int i = 0; i < buckets.size() && count > 0; i++) {
            double upper = buckets.getUpperBound(i);
            long here = buckets.getCount(i);
            if (here > 0 && below + here >= rank) {
                return Double.isInfinite(upper) ? lower : lower + (upper - lower) * (rank - below) / here;
            }
            below += here;
            lower = upper;
        }
        return Double.NaN;
    }
}
