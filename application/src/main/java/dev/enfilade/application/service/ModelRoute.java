package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.stream.Outcome;
import java.util.Optional;

/**
 * Where a name leads.
 *
 * @param card what is known of the model, under the name that listings show
 * @param target the backend's own name of the model
 */
public record ModelRoute(ModelCard card, ModelName target, Backend backend) {

    public ModelRoute {
        requireNonNull(card, "card is null");
        requireNonNull(target, "target is null");
        requireNonNull(backend, "backend is null");
    }

    /** What is to be told of a call that went this way. */
    CallEnd ended(Operation operation, Outcome outcome, StatusClass status, Optional<Usage> usage, long pieces) {
        return new CallEnd(
                operation, card.name().value(), target.value(), backend.name(), outcome, status, usage, pieces);
    }
}
