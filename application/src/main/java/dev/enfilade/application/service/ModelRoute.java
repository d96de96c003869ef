package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;

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
}
