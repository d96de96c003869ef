package dev.enfilade.domain.catalog;

import java.util.List;

/** The models that can be asked for, in the order of the source. */
public record ModelListing(List<ModelCard> models) {

    public static final ModelListing EMPTY = new ModelListing(List.of());

    public ModelListing {
        models = List.copyOf(models);
    }
}
