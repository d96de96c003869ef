package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import java.util.Optional;

/** A backend and its list. */
record Shelf(Backend backend, HeldCatalog catalog) {

    Shelf {
        requireNonNull(backend, "backend is null");
        requireNonNull(catalog, "catalog is null");
    }

    Optional<ListedModel> find(ModelName name) {
        return catalog.atHand().flatMap(index -> index.find(name));
    }

    boolean isOf(String name) {
        return backend.name().equals(name);
    }
}
