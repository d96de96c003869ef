package dev.enfilade.bootstrap.policy;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What policies are set to.
 *
 * @param streams answers at once
 * @param queue calls that wait, for a place among them or at their backend
 * @param concurrency answers at once of single backends, by name
 */
public record PolicySettings(int streams, int queue, Map<String, Integer> concurrency, RetrySettings retry) {

    public PolicySettings {
        concurrency = Map.copyOf(concurrency);
        requireNonNull(retry, "retry is null");
    }
}
