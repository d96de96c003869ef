package dev.enfilade.domain.relay;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.stream.ByteStream;

/**
 * A backend's answer that passes through unread, whatever its status.
 *
 * @param headers only those that may go on to the client
 * @param body must be closed by whoever holds the response; closing early cancels the backend's work
 */
public record RelayResponse(int status, Headers headers, ByteStream body) implements AutoCloseable {

    public RelayResponse {
        requireNonNull(headers, "headers is null");
        requireNonNull(body, "body is null");
    }

    @Override
    public void close() {
        body.close();
    }
}
