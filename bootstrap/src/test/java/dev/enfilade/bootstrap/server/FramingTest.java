package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no proper HTTP is answered 400 in JSON and costs the connection; nothing of it is ever taken for another
 * request.
 */
@Timeout(60)
class FramingTest {

    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final AtomicInteger smuggled = new AtomicInteger();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(it -> {
            it.ollama.post("/api/chat", ctx -> ctx.result(ctx.bodyInputStream().readAllBytes()));
            it.ollama.get("/smuggled", ctx -> smuggled.incrementAndGet());
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: ,chunked",
                "Transfer-Encoding: chunked,",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding:\r\n chunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: -1",
                "Content-Length: 0x5",
                "Content-Length: 99999999999999999999",
                "Content-Length:",
                "Content-Length: 1_0",
                "Host: other",
                "X: a\u0000b",
                "X Y: z",
                ": x"
            })
    void ambiguousFramingIsRefused(String headers) throws Exception {
        String request = "POST /api/chat HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n0\r\n\r\n";

        refused(request + SMUGGLED, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /livez HTTP/1.1\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: a/?b\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: a#b\r\n\r\n",
                "GET http://evil.example/livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET  HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\u0001\u0002\u0003\u0004\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "GET  /livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /livez  HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /livez HTTP/1.1 \r\nHost: localhost\r\n\r\n",
                " GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\r\n GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET\t/livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /livez HTTP/1.1\nHost: localhost\n\n",
                "GET /livez HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n",
                "POST /api/chat HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"
            })
    void aRequestThatIsNoneIsRefused(String request) throws Exception {
        refused(request, 400);
    }

    @Test
    void headersThatAreTooLongAreRefused() throws Exception {
        refused("GET /livez HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(17_000) + "\r\n\r\n", 431);
    }

    @Test
    void tooManyHeadersAreRefused() throws Exception {
        refused("GET /livez HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(100) + "\r\n", 431);
    }

    @Test
    void emptyLinesBeforeARequestAreForgiven() throws Exception {
        try (RawClient client = server.connect()) {
            assertThat(client.send("\r\n\r\nGET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTargetThatIsTooLongIsRefusedInTheShapeOfItsPath() throws Exception {
        try (RawClient client = server.connect()) {
            String body = client.get("/v1/" + "x".repeat(17_000)).answer().body();

            assertThat(body).startsWith("{\"error\":{\"message\":\"uri too long\"");
        }
    }

    @Test
    void aTargetThatIsTooLongIsRefused() throws Exception {
        refused("GET /" + "x".repeat(17_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414);
    }

    @Test
    void aLaterVersionOfHttpIsNotSpoken() throws Exception {
        refused("GET /livez HTTP/3.0\r\nHost: localhost\r\n\r\n", 400);
        refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 426);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "HEAD /livez HTTP/1.1\r\n\r\n",
                "HEAD /livez HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ,chunked\r\n\r\n"
            })
    void aRefusedHeadHasNoBody(String bytes) throws Exception {
        try (RawClient client = server.connect()) {
            assertThat(client.send(bytes).answerToHead().status()).isEqualTo(400);
            assertThat(client.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1?x", "/v1/x"})
    void theRootOfOpenAiHasItsShapeToo(String target) throws Exception {
        try (RawClient client = server.connect()) {
            Answer answer = client.send("CONNECT " + target + " HTTP/1.1\r\nHost: a\r\n\r\n")
                    .answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":{\"message\":");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, {\"error\":\"bad request\"}",
        "/v1/x, '{\"error\":{\"message\":\"bad request\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"bad_request\"}}'"
    })
    void theRefusalHasTheShapeOfThePath(String path, String body) throws Exception {
        try (RawClient client = server.connect()) {
            Answer answer = client.send(
                            "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: ,chunked\r\n\r\n")
                    .answer();

            assertThat(answer.body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, localhost:1, 400",
        "TRACE, /api/chat, 405",
        "BEFORE, /api/chat, 405",
        "post, /api/chat, 405",
        "OPTIONS, *, 404",
        "QUERY, /nothing, 404",
        "GET, /api/%2e%2e/livez, 404",
        "GET, /livez;a=b, 404",
        "GET, /%6civez, 404",
        "GET, //livez, 404",
        "GET, /livez/, 404",
        "GET, /LIVEZ, 404",
        "GET, /livez%00, 400",
        "GET, /livez?x=1, 200"
    })
    void pathsAndMethodsAreTakenAsTheyAre(String method, String target, int status) throws Exception {
        try (RawClient client = server.connect()) {
            Answer answer = client.send(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                    .answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("<");
        }
    }

    private void refused(String bytes, int status) throws Exception {
        try (RawClient client = server.connect()) {
            Answer answer = client.send(bytes).answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("<", "Exception");
            assertThat(client.rest()).isEmpty();
        }
        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_BAD);
        assertThat(smuggled).hasValue(0);
    }
}
