package dev.enfilade.application.port.out;

import dev.enfilade.domain.catalog.ListedModel;
import java.util.List;

/** Something that knows which models a backend has. */
@FunctionalInterface
public interface ModelCatalog {

    /**
     * The backend's models in its own order, asked for anew at each call.
     *
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong
     */
    List<ListedModel> models();
}
