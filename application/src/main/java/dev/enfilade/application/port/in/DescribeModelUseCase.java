package dev.enfilade.application.port.in;

import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;

/** Tells what is known of one model. */
@FunctionalInterface
public interface DescribeModelUseCase {

    /**
     * The card of the model that answers to this name; the card's name is the one that listings show.
     *
     * @throws dev.enfilade.domain.failure.FailureException {@link dev.enfilade.domain.failure.Failure.ModelNotFound}
     *     with the asked name
     */
    ModelCard describe(ModelName name);
}
