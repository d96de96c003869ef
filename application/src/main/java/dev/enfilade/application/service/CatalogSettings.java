package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How model lists are kept and what is assumed where nobody says anything.
 *
 * @param strict a name that matches nothing is refused while a list is held; otherwise it goes to the first backend
 * @param capabilities what a model is taken to do
 * @param contextLength in tokens
 * @param freshFor how long a loaded list is good
 * @param patience how long the first request waits for the first list
 * @param since the age of models that have none
 */
public record CatalogSettings(
        boolean strict,
        List<Capability> capabilities,
        int contextLength,
        Duration freshFor,
        Duration patience,
        Instant since) {

    public CatalogSettings {
        capabilities = List.copyOf(capabilities);
        requireNonNull(freshFor, "freshFor is null");
        requireNonNull(patience, "patience is null");
        requireNonNull(since, "since is null");
    }

    /** The defaults of a deployment that started at the given time. */
    public static CatalogSettings startedAt(Instant since) {
        return new CatalogSettings(
                true,
                List.of(Capability.COMPLETION, Capability.TOOLS),
                32_768,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                since);
    }
}
