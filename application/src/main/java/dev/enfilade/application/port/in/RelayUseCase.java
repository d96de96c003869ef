package dev.enfilade.application.port.in;

import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;

/** Passes an exchange through to the backend that has the model. */
@FunctionalInterface
public interface RelayUseCase {

    /**
     * Sends the request on; of the body only the value of {@code model} may change, where a configured name stands for
     * another.
     *
     * @return the backend's answer whatever its status, to be closed by the caller
     * @throws dev.enfilade.domain.failure.FailureException if there is no answer to pass on
     */
    RelayResponse relay(RelayRequest request);
}
