package dev.enfilade.application.port.in;

import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import java.util.Optional;

/** Tells whether a name leads to a model for certain. */
@FunctionalInterface
public interface FindModelUseCase {

    /** The model of this name; absent where no setting and no list knows it, so that only the backend can judge. */
    Optional<ModelCard> find(ModelName name);
}
