package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.LAST_CHUNK;
import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.chunk;
import static dev.enfilade.adapter.out.openai.testing.Answers.event;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.Requests.ask;
import static dev.enfilade.adapter.out.openai.transport.Requests.get;
import static dev.enfilade.adapter.out.openai.transport.Requests.post;
import static dev.enfilade.adapter.out.openai.transport.Requests.readAll;
import static dev.enfilade.adapter.out.openai.transport.Requests.upload;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges in which nothing goes wrong. */
interface ExchangeContract extends TransportUnderTest {

    @Test
    default void requestGoesOutByteForByteAndWithNothingAdded() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(always(json(200, "{}")));
                Transport transport = transport()) {
            Headers headers = new Headers(List.of(new Header("x-a", "1"), new Header("Authorization", "Bearer k")));
            Outgoing plain = post(server, "{\"ü\":1}");
            ask(transport, new Outgoing("POST", server.uri("/v1/a%20b?c=%3D&d"), headers, plain.body()));
            assertThat(server.nextPeer().received())
                    .isEqualTo(
                            "POST /v1/a%%20b?c=%%3D&d HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nx-a: 1\r\nAuthorization: Bearer k\r\nContent-Length: 8\r\n\r\n{\"\u00C3\u00BC\":1}"
                                    .formatted(server.port()));
        }
    }

    @Test
    default void redirectIsAnAnswerAndNobodyGoesThere() {
        String answer = "HTTP/1.1 307 X\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.start(always(answer));
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            assertThat(exchange.status()).isEqualTo(307);
            assertThat(exchange.headers().first("location")).contains("/other");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void bodyOfUnknownLengthGoesInChunks() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(always(json(200, "{}")));
                Transport transport = transport()) {
            ask(transport, upload(server, "hello"));
            assertThat(server.nextPeer().received())
                    .contains("\r\nTransfer-Encoding: chunked\r\n")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        }
    }

    @Test
    default void postWithoutBodySaysSo() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(always(json(200, "{}")));
                Transport transport = transport()) {
            ask(transport, new Outgoing("POST", server.uri("/v1/x"), Headers.NONE, Optional.empty()));
            assertThat(server.nextPeer().received()).contains("\r\nContent-Length: 0\r\n");
        }
    }

    @Test
    default void headOfTheAnswerIsGivenAsItCame() {
        String answer = "HTTP/1.1 429 Slow Down\r\nX-A: 1\r\nx-a:2\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.start(always(answer));
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            assertThat(exchange.status()).isEqualTo(429);
            assertThat(exchange.headers().lines())
                    .containsExactly(
                            new Header("X-A", "1"),
                            new Header("x-a", "2"),
                            new Header("Retry-After", "3"),
                            new Header("Content-Length", "0"));
            assertThat(readAll(exchange.body())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 11\r\n\r\nhello world",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n006\r\n world\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nB;ext=\"a;b\"\r\nhello world\r\n0;x\r\nTrailer: 1\r\n\r\n",
                "Transfer-Encoding: Chunked\r\n\r\nb \r\nhello world\r\n000\r\n\r\n",
            })
    default void bodyIsWholeInEveryFramingAndTheConnectionIsUsedAgain(String framed) {
        try (ScriptedServer server = ScriptedServer.start(always("HTTP/1.1 200 OK\r\n" + framed));
                Transport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(transport, get(server))).isEqualTo("hello world");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello"
            })
    default void connectionThatTheBackendWillCloseIsNotUsedAgain(String answer) {
        try (ScriptedServer server = ScriptedServer.start(always(answer));
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEqualTo("hello");
            assertThat(ask(transport, get(server))).isEqualTo("hello");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    default void bodyWithoutFramingEndsWithTheConnection() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\n\r\nhello");
                });
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEqualTo("hello");
        }
    }

    @Test
    default void bytesAreGivenAsTheyArrive() {
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send(SSE_HEAD + chunk("one"));
                    peer.await(firstSeen);
                    peer.send(chunk("two") + LAST_CHUNK);
                });
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            byte[] buffer = new byte[100];
            assertThat(new String(buffer, 0, exchange.body().read(buffer), ISO_8859_1))
                    .isEqualTo("one");
            firstSeen.countDown();
            assertThat(readAll(exchange.body())).isEqualTo("two");
        }
    }

    @Test
    default void eventsAreReadToTheEnd() {
        try (ScriptedServer server = ScriptedServer.start(
                        always(SSE_HEAD + event("a") + chunk(": ping\n\n") + event("b") + LAST_CHUNK));
                Transport transport = transport();
                Exchange exchange = transport.send(get(server));
                SseReader events = exchange.events()) {
            assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("a");
            assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("b");
            assertThat(events.next()).isNull();
        }
    }

    @Test
    default void connectionOfAStreamThatIsLeftAtItsLastEventIsUsedAgain() {
        try (ScriptedServer server = ScriptedServer.start(always(SSE_HEAD + event("[DONE]") + LAST_CHUNK));
                Transport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                try (SseReader events = transport.send(get(server)).events()) {
                    assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("[DONE]");
                }
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void connectionIsUsedAgainAlsoIfTheLastChunkCameAfterTheLastEventWasRead() throws Exception {
        Semaphore read = new Semaphore(0);
        Semaphore ended = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    for (; ; ) {
                        peer.request();
                        peer.send(SSE_HEAD + event("[DONE]"));
                        read.acquire();
                        peer.send(LAST_CHUNK);
                        ended.release();
                    }
                });
                Transport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                try (SseReader events = transport.send(get(server)).events()) {
                    assertThat(events.next()).isNotNull();
                    read.release();
                    assertThat(ended.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                }
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void connectionThatStaysOpenBehindTheLastEventIsDiscarded() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send(SSE_HEAD + event("[DONE]"));
                    peer.stall();
                });
                Transport transport = transport()) {
            try (SseReader events = transport.send(get(server)).events()) {
                assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("[DONE]");
            }
            assertThat(server.nextPeer().peerClosed().await(10, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    default void interimAnswersAreSkipped() {
        String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".repeat(50) + "HTTP/1.1 100 Continue\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.start(always(interim + json(200, "{}")));
                Transport transport = transport()) {
            assertThat(ask(transport, post(server, "{}"))).isEqualTo("{}");
        }
    }

    @Test
    default void errorOfTheBackendIsAnAnswer() {
        try (ScriptedServer server = ScriptedServer.start(always(json(503, "{\"error\":1}")));
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            assertThat(exchange.status()).isEqualTo(503);
            assertThat(readAll(exchange.body())).isEqualTo("{\"error\":1}");
        }
    }

    @Test
    default void answerToAnUnfinishedUploadIsHeard() {
        String large = "x".repeat(20 << 20);
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.send(json(413, "{}")));
                Transport transport = transport()) {
            assertThat(transport.send(post(server, large)).status()).isEqualTo(413);
        }
    }

    /** Answers every request on the connection. */
    static Script always(String answer) {
        return peer -> {
            for (; ; ) {
                peer.request();
                peer.send(answer);
            }
        };
    }
}
