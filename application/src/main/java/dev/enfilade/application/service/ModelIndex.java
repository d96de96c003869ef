package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backend's model list as it was loaded, to be looked up by name. */
final class ModelIndex {

    static final ModelIndex EMPTY = new ModelIndex(List.of());

    private final List<ListedModel> models;
    private final Map<String, ListedModel> byId = new HashMap<>();
    private final Map<String, ListedModel> byKey = new HashMap<>();

    ModelIndex(List<ListedModel> models) {
        this.models = List.copyOf(models);
        for (ListedModel model : models) {
            byId.putIfAbsent(model.id(), model);
            byKey.putIfAbsent(new ModelName(model.id()).key(), model);
        }
    }

    /** In the backend's order. */
    List<ListedModel> models() {
        return models;
    }

    /** Whether a model has exactly this id. */
    boolean has(String id) {
        return byId.containsKey(id);
    }

    /** The model with this id, or with a name that Ollama takes for the same, or of which the name is a variant. */
    Optional<ListedModel> find(ModelName name) {
        String asked = name.value().strip();
        return Optional.ofNullable(byId.get(asked))
                .or(() -> Optional.ofNullable(byKey.get(name.key())))
                .or(() -> variantOf(name));
    }

    /** The model of which this name is a variant that is not listed. */
    Optional<ListedModel> baseOf(ModelName name) {
        String asked = name.value().strip();
        int colon = asked.lastIndexOf(':');
        boolean hasVariant = colon > asked.lastIndexOf('/') + 1 && colon < asked.length() - 1;
        return hasVariant && !byKey.containsKey(name.key())
                ? Optional.ofNullable(byKey.get(new ModelName(asked.substring(0, colon)).key()))
                        .filter(ListedModel::variants)
                : Optional.empty();
    }

    private Optional<ListedModel> variantOf(ModelName name) {
        String asked = name.value().strip();
        return baseOf(name).map(model -> model.withId(model.id() + asked.substring(asked.lastIndexOf(':'))));
    }
}
