package dev.enfilade.bootstrap.metrics;

import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The upper bounds of histograms. */
final class Buckets {

    /** From a listing out of memory to a long answer. */
    static final Duration[] REQUEST =
            seconds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 300);

    static final Duration[] GAP = seconds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60);

    static final Duration[] TRANSLATION =
            seconds(.00001, .000025, .00005, .0001, .00025, .0005, .001, .0025, .005, .01, .05, .1);

    /** As OpenTelemetry's conventions for generative models have it: doubling from 10 ms to 81.92 s. */
    static final Duration[] GEN_AI = IntStream.range(0, 14)
            .mapToObj(doubled -> Duration.ofMillis(10L << doubled))
            .toArray(Duration[]::new);

    /** Likewise, for one token. */
    static final Duration[] GEN_AI_TOKEN = seconds(.01, .025, .05, .075, .1, .15, .2, .3, .4, .5, .75, 1, 2.5);

    /** Likewise, for numbers of tokens. */
    static final double[] TOKENS =
            IntStream.range(0, 14).mapToDouble(power -> 1L << (2 * power)).toArray();

    static final double[] BYTES =
            IntStream.range(3, 15).mapToDouble(power -> 1L << (2 * power)).toArray();

    private Buckets() {}

    private static Duration[] seconds(double... bounds) {
        return DoubleStream.of(bounds)
                .mapToObj(bound -> Duration.ofNanos(Math.round(bound * 1e9)))
                .toArray(Duration[]::new);
    }
}
