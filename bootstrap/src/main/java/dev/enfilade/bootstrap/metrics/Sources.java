package dev.enfilade.bootstrap.metrics;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.health.BackendHealth;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is asked for when metrics are read.
 *
 * @param version of the product
 * @param open whether other machines may ask although clients need no key
 * @param knownModels whether a setting or a backend's list holds a name
 * @param backends what is known of them without asking them
 * @param dropped members of requests that had no place, by backend
 * @param inFlight requests that have begun and not ended
 */
public record Sources(
        String version,
        boolean open,
        Predicate<String> knownModels,
        Supplier<List<BackendHealth>> backends,
        Supplier<Map<String, Long>> dropped,
        IntSupplier inFlight) {

    public Sources {
        requireNonNull(version, "version is null");
        requireNonNull(knownModels, "knownModels is null");
        requireNonNull(backends, "backends is null");
        requireNonNull(dropped, "dropped is null");
        requireNonNull(inFlight, "inFlight is null");
    }
}
