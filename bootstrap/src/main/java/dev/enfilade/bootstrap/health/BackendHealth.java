package dev.enfilade.bootstrap.health;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * How a backend was when it was last asked.
 *
 * @param latencyMillis of the last answer, if there was one
 * @param models how many it lists
 */
public record BackendHealth(String name, boolean up, OptionalLong latencyMillis, int models) {

    public BackendHealth {
        requireNonNull(name, "name is null");
        requireNonNull(latencyMillis, "latencyMillis is null");
    }
}
