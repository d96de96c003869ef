package dev.enfilade.application.port.in;

import dev.enfilade.domain.catalog.ModelName;

/** Tells whether a listing may name a model: some are hidden, and some are forbidden. */
@FunctionalInterface
public interface ShowsModelUseCase {

    boolean shows(ModelName name);
}
