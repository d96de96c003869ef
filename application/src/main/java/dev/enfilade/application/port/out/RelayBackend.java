package dev.enfilade.application.port.out;

import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;

/** Something that takes an exchange unread. */
@FunctionalInterface
public interface RelayBackend {

    /**
     * Sends the request and returns when the head of the answer is in hand, whatever its status. The answer's bytes
     * come as they arrive. Closing the answer, or interrupting the calling thread, closes the connection to the backend
     * at once.
     *
     * @throws dev.enfilade.domain.failure.FailureException if there is no answer
     */
    RelayResponse relay(RelayRequest request);
}
