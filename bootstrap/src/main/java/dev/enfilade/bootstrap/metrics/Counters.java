package dev.enfilade.bootstrap.metrics;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A counter for each constant of an enum, told apart by one label; all are there from the beginning, at 0. */
final class Counters<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    /**
     * Registers all of them.
     *
     * @param word the label's value for a constant
     */
    Counters(
            MeterRegistry registry,
            E[] constants,
            Function<E, String> word,
            String label,
            String name,
            String description) {
        this.counters = Stream.of(constants)
                .collect(toMap(
                        constant -> constant,
                        constant -> Named.counter(name, description)
                                .tag(label, word.apply(constant))
                                .register(registry)));
    }

    Counter of(E constant) {
        return requireNonNull(counters.get(constant), "every constant has one");
    }
}
