package dev.enfilade.application.port.in;

import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;

/** Notes that a model is in use, as a server that owns weights would load it. */
@FunctionalInterface
public interface HoldModelUseCase {

    /**
     * Counts the model as loaded for the given time from now, or as unloaded.
     *
     * @throws dev.enfilade.domain.failure.FailureException {@link dev.enfilade.domain.failure.Failure.ModelNotFound}
     *     with the asked name
     */
    void hold(ModelName name, KeepAlive keepAlive);
}
