package dev.enfilade.adapter.out.openai.transport;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.util.Optional;

/**
 * A request to the backend.
 *
 * @param server scheme, host and port of an absolute URI
 * @param target path and query as they go on the wire
 * @param headers all of them but {@code Host}, {@code Connection} and those of the framing, which are the transport's
 */
public record Outgoing(String method, URI server, String target, Headers headers, Optional<OutgoingBody> body) {

    public Outgoing {
        requireNonNull(method, "method is null");
        requireNonNull(server, "server is null");
        requireNonNull(target, "target is null");
        requireNonNull(headers, "headers is null");
        requireNonNull(body, "body is null");
    }

    /** @param uri absolute, as it goes on the wire */
    public Outgoing(String method, URI uri, Headers headers, Optional<OutgoingBody> body) {
        this(method, uri, target(uri), headers, body);
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
