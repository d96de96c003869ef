package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A model as a backend lists it: its id and what the backend's metadata says, which is often nothing.
 *
 * @param id the backend's own name, to be sent back letter for letter
 * @param traits what the backend said about the model
 */
public record ListedModel(String id, Optional<Instant> created, Optional<String> owner, ModelTraits traits) {

    public ListedModel {
        requireNonNull(id, "id is null");
        requireNonNull(created, "created is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(traits, "traits is null");
    }
}
