package dev.enfilade.adapter.out.openai.transport;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.util.Optional;

/**
 * A request to the backend.
 *
 * @param uri absolute, as it goes on the wire
 * @param headers all of them but {@code Host}, {@code Connection} and those of the framing, which are the transport's
 */
public record Outgoing(String method, URI uri, Headers headers, Optional<OutgoingBody> body) {

    public Outgoing {
        requireNonNull(method, "method is null");
        requireNonNull(uri, "uri is null");
        requireNonNull(headers, "headers is null");
        requireNonNull(body, "body is null");
    }
}
