package dev.enfilade.bootstrap.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When a backend is left alone.
 *
 * @param failures so many in a row open its circuit
 * @param open for how long at first; twice as long after each vain probe, up to a minute
 */
public record CircuitSettings(int failures, Duration open) {

    public static final CircuitSettings DEFAULT = new CircuitSettings(5, Duration.ofSeconds(5));

    public CircuitSettings {
        requireNonNull(open, "open is null");
    }
}
