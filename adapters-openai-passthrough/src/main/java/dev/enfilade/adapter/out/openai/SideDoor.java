package dev.enfilade.adapter.out.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.adapter.out.openai.transport.BackendHeaders;
import dev.enfilade.adapter.out.openai.transport.Exchange;
import dev.enfilade.adapter.out.openai.transport.Outgoing;
import dev.enfilade.adapter.out.openai.transport.OutgoingBody;
import dev.enfilade.adapter.out.openai.transport.TextBody;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.adapter.out.openai.transport.Transport;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Asks a server what its model list does not tell, at its own paths beside {@code /v1}. Nobody depends on the answers:
 * whatever goes wrong or takes long is no answer, and one visit has a second for all its questions.
 */
final class SideDoor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** For the transport that a visit goes over. */
    static final Timeouts TIMEOUTS =
            new Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE, Optional.of(PATIENCE));

    private static final int LARGEST_ANSWER = 4 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Headers JSON = new Headers(List.of(new Header("Content-Type", "application/json")));

    private final Transport transport;
    private final BackendHeaders headers;
    private final String root;
    private final LongSupplier nanoTime;
    private final long begun;

    /**
     * Begins a visit.
     *
     * @param transport closed at its end
     * @param url where the backend is, with or without {@code /v1} at its end
     */
    SideDoor(Transport transport, BackendHeaders headers, URI url, LongSupplier nanoTime) {
        this.transport = transport;
        this.headers = headers;
        this.root = url.toString().replaceFirst("/+$", "").replaceFirst("/v1$", "");
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    Optional<JsonNode> get(String path) {
        return ask("GET", path, Optional.empty());
    }

    Optional<JsonNode> post(String path, JsonNode body) {
        return ask("POST", path, Optional.of(new TextBody(body.toString())));
    }

    private Optional<JsonNode> ask(String method, String path, Optional<OutgoingBody> body) {
        if (isLate()) {
            return Optional.empty();
        }
        Headers told = headers.with(JSON, Set.of("content-type"));
        try (Exchange exchange = transport.send(new Outgoing(method, URI.create(root + path), told, body))) {
            return exchange.status() == 200 ? read(exchange.body()) : Optional.empty();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Cancelled) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<JsonNode> read(ByteStream body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 << 10];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            whole.write(buffer, 0, count);
            if (isLate() || whole.size() > LARGEST_ANSWER) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(MAPPER.readTree(whole.toByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isLate() {
        return nanoTime.getAsLong() - begun > PATIENCE.toNanos();
    }

    @Override
    public void close() {
        transport.close();
    }
}
