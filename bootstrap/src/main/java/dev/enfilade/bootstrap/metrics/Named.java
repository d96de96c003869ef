package dev.enfilade.bootstrap.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** The beginnings of meters. A name's dots become underscores, and its unit its end. */
final class Named {

    private Named() {}

    static Counter.Builder counter(String name, String description) {
        return Counter.builder(name).description(description);
    }

    static Timer.Builder timer(String name, String description, Duration[] buckets) {
        return Timer.builder(name).description(description).serviceLevelObjectives(buckets);
    }

    static DistributionSummary.Builder bytes(String name, String description) {
        return DistributionSummary.builder(name)
                .description(description)
                .baseUnit("bytes")
                .serviceLevelObjectives(Buckets.BYTES);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
