package dev.enfilade.bootstrap.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * One step of a check.
 *
 * @param name such as {@code tls}
 * @param backend whose step it is; absent where it is about none
 */
public record StepReport(String name, Optional<String> backend, Finding finding, Duration took) {

    public StepReport {
        requireNonNull(name, "name is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(finding, "finding is null");
        requireNonNull(took, "took is null");
    }
}
