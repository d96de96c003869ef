package dev.enfilade.application.port.in;

import dev.enfilade.domain.catalog.ModelListing;

/** Tells which models can be asked for. */
@FunctionalInterface
public interface ListModelsUseCase {

    /**
     * The configured names and the backends' own, each once; cached, and the last known list while a backend is down.
     *
     * @throws dev.enfilade.domain.failure.FailureException if no list was ever loaded and there are no configured names
     */
    ModelListing list();
}
