package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A model as a backend lists it: its id and what the backend's metadata says, which is often nothing.
 *
 * @param id the backend's own name, to be sent back letter for letter
 * @param traits what the backend said about the model
 * @param variants whether the backend also takes the id with a further {@code :variant}, which it does not list
 */
public record ListedModel(
        String id, Optional<Instant> created, Optional<String> owner, ModelTraits traits, boolean variants) {

    public ListedModel {
        requireNonNull(id, "id is null");
        requireNonNull(created, "created is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(traits, "traits is null");
    }

    /** A model that is what it is listed as. */
    public ListedModel(String id, Optional<Instant> created, Optional<String> owner, ModelTraits traits) {
        this(id, created, owner, traits, false);
    }

    /** The same model under another id. */
    public ListedModel withId(String other) {
        return new ListedModel(other, created, owner, traits, variants);
    }

    /** The same model with these traits where they say something. */
    public ListedModel with(ModelTraits better) {
        return new ListedModel(id, created, owner, better.or(traits), variants);
    }
}
