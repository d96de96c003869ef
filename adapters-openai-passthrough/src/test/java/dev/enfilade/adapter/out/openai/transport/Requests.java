package dev.enfilade.adapter.out.openai.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Requests to scripted servers, and what becomes of them. */
final class Requests {

    private Requests() {}

    static Outgoing get(ScriptedServer server) {
        return new Outgoing("GET", server.uri("/v1/models"), Headers.NONE, Optional.empty());
    }

    static Outgoing post(ScriptedServer server, String body) {
        return new Outgoing("POST", server.uri("/v1/chat"), Headers.NONE, Optional.of(new Text(body, true)));
    }

    /** A request whose body can be written once only and whose length nobody knows. */
    static Outgoing upload(ScriptedServer server, String body) {
        return new Outgoing("POST", server.uri("/v1/files"), Headers.NONE, Optional.of(new Text(body, false)));
    }

    static String ask(Transport transport, Outgoing request) {
        try (Exchange exchange = transport.send(request)) {
            return readAll(exchange.body());
        }
    }

    /** Everything up to the clean end, one char per byte. */
    static String readAll(ByteStream body) {
        StringBuilder text = new StringBuilder();
        Optional<Failure> failure = readInto(text, body);
        assertThat(failure).isEmpty();
        return text.toString();
    }

    /** Reads until the end or a failure. */
    static Optional<Failure> readInto(StringBuilder text, ByteStream body) {
        byte[] buffer = new byte[1_000];
        try {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                text.append(new String(buffer, 0, count, ISO_8859_1));
            }
            return Optional.empty();
        } catch (FailureException thrown) {
            return Optional.of(thrown.failure());
        }
    }

    static Failure failureOf(ThrowingCallable action) {
        return catchThrowableOfType(FailureException.class, action).failure();
    }

    private record Text(String text, boolean repeatable) implements OutgoingBody {

        @Override
        public OptionalLong length() {
            return repeatable ? OptionalLong.of(text.getBytes(UTF_8).length) : OptionalLong.empty();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(text.getBytes(UTF_8));
        }
    }
}
