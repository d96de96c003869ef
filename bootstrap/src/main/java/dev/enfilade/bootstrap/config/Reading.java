package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading the configuration once more.
 *
 * @param configuration absent if it cannot be used
 * @param problems why it cannot; all of them
 * @param sources what has to change for the next reading to have another result
 */
public record Reading(Optional<Configuration> configuration, List<Problem> problems, Sources sources) {

    public Reading {
        requireNonNull(configuration, "configuration is null");
        problems = List.copyOf(problems);
        requireNonNull(sources, "sources is null");
    }
}
