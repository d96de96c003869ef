package dev.enfilade.domain.observation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.generation.Usage;
import java.util.Optional;

/**
 * How one call to a backend ended.
 *
 * @param model the backend's own name of the model, empty where none was named
 * @param backend the configured name of the backend
 * @param usage tokens as the backend counted them; never an estimate
 */
public record CallEnd(Operation operation, String model, String backend, Outcome outcome, Optional<Usage> usage) {

    public CallEnd {
        requireNonNull(operation, "operation is null");
        requireNonNull(model, "model is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(usage, "usage is null");
    }
}
