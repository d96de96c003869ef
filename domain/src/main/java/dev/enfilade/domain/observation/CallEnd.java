package dev.enfilade.domain.observation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.stream.Outcome;
import java.util.Optional;

/**
 * How one call to a backend ended.
 *
 * @param asked the model under the name that clients know it by, empty where none was named
 * @param model the backend's own name of the model, empty where none was named
 * @param backend the configured name of the backend
 * @param status of the backend's answer
 * @param usage tokens as the backend counted them; never an estimate
 * @param pieces events or runs of bytes that came from the backend
 */
public record CallEnd(
        Operation operation,
        String asked,
        String model,
        String backend,
        Outcome outcome,
        StatusClass status,
        Optional<Usage> usage,
        long pieces) {

    public CallEnd {
        requireNonNull(operation, "operation is null");
        requireNonNull(asked, "asked is null");
        requireNonNull(model, "model is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(status, "status is null");
        requireNonNull(usage, "usage is null");
    }

    /** The same call, known to have ended otherwise. */
    public CallEnd in(Outcome other) {
        return new CallEnd(operation, asked, model, backend, other, status, usage, pieces);
    }
}
