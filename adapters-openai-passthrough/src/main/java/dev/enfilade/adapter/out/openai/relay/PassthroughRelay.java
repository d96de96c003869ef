package dev.enfilade.adapter.out.openai.relay;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.transport.BackendHeaders;
import dev.enfilade.adapter.out.openai.transport.Exchange;
import dev.enfilade.adapter.out.openai.transport.Outgoing;
import dev.enfilade.adapter.out.openai.transport.Transport;
import dev.enfilade.application.port.out.RelayBackend;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;

/** Relays to the backend: the request's own bytes, and of its headers those that may go on. */
public final class PassthroughRelay implements RelayBackend {

    private final BackendAddress address;
    private final Transport transport;
    private final BackendHeaders headers;
    private final AnswerPolicy policy;

    /** A relay over this transport, which it does not close. */
    public PassthroughRelay(BackendAddress address, Transport transport, BackendHeaders headers, AnswerPolicy policy) {
        this.address = requireNonNull(address, "address is null");
        this.transport = requireNonNull(transport, "transport is null");
        this.headers = requireNonNull(headers, "headers is null");
        this.policy = requireNonNull(policy, "policy is null");
    }

    @Override
    public RelayResponse relay(RelayRequest request) {
        Headers told = headers.with(request.headers(), BackendHeaders.OF_CLIENTS);
        String target = address.target(request.target());
        Exchange exchange = transport.send(new Outgoing(
                request.method(), address.server(), target, told, request.body().map(RelayedBody::new)));
        try {
            return policy.admit(exchange, request, target);
        } catch (RuntimeException refused) {
            exchange.close();
            throw refused;
        }
    }
}
