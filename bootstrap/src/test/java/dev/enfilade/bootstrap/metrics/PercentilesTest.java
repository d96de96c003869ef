package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void valuesAreTakenToBeSpreadEvenlyWithinTheirBucket() {
        Percentiles percentiles = new Percentiles(buckets(10, 80, 10, 0));

        assertThat(percentiles.at(.5)).isCloseTo(1.5, within(1e-9));
        assertThat(percentiles.at(.05)).isCloseTo(.5, within(1e-9));
        assertThat(percentiles.at(.95)).isCloseTo(3, within(1e-9));
    }

    @Test
    void beyondTheLastBoundNothingIsKnown() {
        assertThat(new Percentiles(buckets(0, 0, 0, 5)).at(.99)).isEqualTo(4);
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThat(new Percentiles(buckets(0, 0, 0, 0)).at(.5)).isNaN();
    }

    private static ClassicHistogramBuckets buckets(long... counts) {
        double[] bounds = {1, 2, 4, Double.POSITIVE_INFINITY};
        ClassicHistogramBuckets.Builder builder = ClassicHistogramBuckets.builder();
        for (int i = 0; i < counts.length; i++) {
            builder.bucket(bounds[i], counts[i]);
        }
        return builder.build();
    }
}
