package dev.enfilade.application.policy;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * One backend and model that could answer a call.
 *
 * @param backend its configured name
 * @param model the backend's name of the model, empty if none is named
 * @param work makes the call, anew each time
 */
public record Way<R>(String backend, String model, Supplier<R> work) {

    public Way {
        requireNonNull(backend, "backend is null");
        requireNonNull(model, "model is null");
        requireNonNull(work, "work is null");
    }
}
