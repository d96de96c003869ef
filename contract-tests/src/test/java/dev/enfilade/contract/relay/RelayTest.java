package dev.enfilade.contract.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under {@code /v1} everything passes as it is, but for the few things that are promised to change. */
@Timeout(120)
class RelayTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String STREAM =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static final String CUT =
            "data: {\"error\":{\"message\":\"upstream closed the stream before it was complete\",\"type\":\"upstream_error\",\"param\":null,\"code\":\"upstream_closed\"}}\n\n";

    private static RelayDeployment deployment;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        deployment = RelayDeployment.start();
    }

    @AfterAll
    static void stop() throws IOException {
        deployment.close();
    }

    @BeforeEach
    void forget() {
        deployment.backend().drain();
        deployment.other().drain();
        deployment.backend().answersWell();
        deployment.other().answersWell();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/files?after=%2F..%2f&limit=1+1&x={\"a\":[1]}|/v1/files?after=%2F..%2f&limit=1+1&x={\"a\":[1]}",
                "DELETE /v1/files/a%20b%2Fc;v=1|/v1/files/a%20b%2Fc;v=1",
                "PATCH /v1/never/heard/of?|/v1/never/heard/of?",
                "PUT /v1/x?a=/../b//c|/v1/x?a=/../b//c",
                "OPTIONS /v1/x|",
                "GET /v1/a/...|/v1/a/..."
            })
    void pathAndQueryArriveByteForByte(String line, String target) throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request(line, "", "").answer();
            if (target == null) {
                assertThat(answer.status()).isEqualTo(204);
            } else {
                assertThat(answer.body()).isEqualTo("{\"ok\":true}");
                assertThat(deployment.backend().request().firstLine())
                        .isEqualTo(line.substring(0, line.indexOf(' ')) + " " + target + " HTTP/1.1");
            }
        }
    }

    @Test
    void onlyListedHeadersGoOnAndTheIdIsSane() throws Exception {
        String headers = lines(
                "Content-Type: application/json",
                "Accept: x/y",
                "OpenAI-Beta: assistants=v2",
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "tracestate: b=c",
                "X-Request-Id: 127.0.0.1:9",
                "Authorization: Bearer client",
                "Cookie: a=b",
                "X-Forwarded-For: 1.2.3.4",
                "Forwarded: for=1",
                "Via: x",
                "TE: trailers",
                "Proxy-Authorization: x",
                "X-Secret: y",
                "User-Agent: z",
                "Accept-Encoding: gzip",
                "Upgrade: websocket",
                "Connection: keep-alive, X-Secret, Upgrade, tracestate");
        try (RawConnection client = deployment.connect()) {
            Message answer =
                    client.request("POST /v1/chat/completions", headers, "{}").answer();
            Message arrived = deployment.backend().request();

            assertThat(arrived.headers().stream().map(line -> line.substring(0, line.indexOf(':'))))
                    .containsExactlyInAnyOrder(
                            "Host",
                            "Content-Type",
                            "Accept",
                            "OpenAI-Beta",
                            "traceparent",
                            "X-Request-Id",
                            "Authorization",
                            "User-Agent",
                            "Accept-Encoding",
                            "Content-Length");
            assertThat(arrived.header("Authorization")).isEqualTo("Bearer " + RelayDeployment.KEY);
            assertThat(arrived.header("Accept-Encoding")).isEqualTo("identity");
            assertThat(arrived.header("X-Request-Id"))
                    .isEqualTo(answer.header("X-Request-Id"))
                    .doesNotContain(":");
        }
    }

    @Test
    void aSaneIdIsTakenEchoedAndSentOn() throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("GET /v1/files", "X-Request-Id: My_id.1-2\r\n", "")
                    .answer();

            assertThat(answer.header("X-Request-Id")).isEqualTo("My_id.1-2");
            assertThat(deployment.backend().request().header("X-Request-Id")).isEqualTo("My_id.1-2");
        }
    }

    @Test
    void onlyListedHeadersComeBack() throws Exception {
        deployment
                .backend()
                .answers(RecordingBackend.answer(
                        "203 Odd",
                        lines(
                                "Content-Type: a/b; c=d",
                                "Set-Cookie: a=b",
                                "Server: x",
                                "Alt-Svc: h3",
                                "Access-Control-Allow-Origin: *",
                                "x-ratelimit-remaining-requests: 5",
                                "x-ratelimit-foo: 1",
                                "Connection: x-ratelimit-foo, close",
                                "x-request-id: req_1",
                                "openai-processing-ms: 7",
                                "Strict-Transport-Security: x"),
                        "abc"));
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("GET /v1/files/1/content", "", "").answer();

            assertThat(answer.firstLine()).startsWith("HTTP/1.1 203");
            assertThat(answer.headers().stream().map(line -> line.substring(0, line.indexOf(':'))))
                    .containsExactlyInAnyOrder(
                            "X-Request-Id",
                            "Content-Type",
                            "Content-Length",
                            "x-ratelimit-remaining-requests",
                            "x-upstream-request-id",
                            "openai-processing-ms",
                            "Date");
            assertThat(answer.body()).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @CsvSource({"ears, whisper-1", "EARS:latest, whisper-1", "gpt-4o:latest, gpt-4o", "nosuch, nosuch"})
    void aNameOfOursBecomesTheBackendsAndAllElseStays(String name, String id) throws Exception {
        String body = "{ \"x\": 1.50,\n\"model\" : \"%s\", \"input\":{\"model\":\"ears\"} }";
        try (RawConnection client = deployment.connect()) {
            client.request("POST /v1/embeddings", JSON, body.formatted(name)).answer();

            assertThat(deployment.backend().request().body()).isEqualTo(body.formatted(id));
        }
    }

    @Test
    void anUploadLargerThanEveryBufferHasItsModelReplaced() throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n%s\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                + "\u0000\u00ff\r\n--".repeat(250_000) + "\r\n--b--\r\n";
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request(
                            "POST /v1/audio/transcriptions",
                            "Content-Type: multipart/form-data; boundary=b\r\n",
                            form.formatted("ears:latest"))
                    .answer();
            Message arrived = deployment.backend().request();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(arrived.body()).isEqualTo(form.formatted("whisper-1"));
            assertThat(arrived.header("Content-Type")).isEqualTo("multipart/form-data; boundary=b");
        }
    }

    @Test
    void anUploadGoesToTheBackendOfItsModel() throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n%s\r\n--b--\r\n";
        try (RawConnection client = deployment.connect()) {
            client.request(
                            "POST /v1/images/edits",
                            "Content-Type: multipart/form-data; boundary=\"b\"\r\n",
                            form.formatted("eyes"))
                    .answer();

            assertThat(deployment.other().request().body()).isEqualTo(form.formatted("gpt-image"));
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws Exception {
        String head = lines(
                "POST /v1/files HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/octet-stream",
                "Content-Length: 3",
                "Expect: 100-continue",
                "");
        try (RawConnection client = deployment.connect()) {
            assertThat(client.send(head).answer().status()).isEqualTo(100);
            assertThat(client.send("abc").answer().status()).isEqualTo(200);
            assertThat(deployment.backend().request().body()).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 65537",
        "text/plain, 65537",
        "application/octet-stream, 2097153",
        "multipart/form-data; boundary=b, 2097153"
    })
    void whatIsTooLargeIsRefusedBeforeAnybodySeesIt(String type, int length) throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.send(
                            "POST /v1/files HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: "
                                    + type + "\r\nContent-Length: " + length + "\r\n\r\n")
                    .answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("\"request body too large\"", "\"request_too_large\"");
            assertThat(deployment.backend().drain()).isEmpty();
        }
    }

    @Test
    void aJsonRouteIsHeldWithinItsLimitWhateverItsBodyIsCalled() throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.send(lines(
                            "POST /v1/chat/completions HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/octet-stream",
                            "Content-Length: 65537",
                            ""))
                    .answer();

            assertThat(answer.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({"9999, 200", "10001, 400"})
    void nestingHasALimitAndNoStack(int depth, int status) throws Exception {
        String body = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        try (RawConnection client = deployment.connect()) {
            assertThat(client.request("POST /v1/chat/completions", JSON, body)
                            .answer()
                            .status())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/" + "x", "/v1/chat/completions?y="})
    void aTargetThatIsTooLongIsRefusedInOpenAisShape(String target) throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer =
                    client.request("GET " + target + "x".repeat(20_000), "", "").answer();

            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.body()).startsWith("{\"error\":{\"message\":");
        }
    }

    @Test
    void headersThatAreTooLongAreRefusedInOpenAisShape() throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("GET /v1/files", "X: " + "x".repeat(20_000) + "\r\n", "")
                    .answer();

            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.body()).startsWith("{\"error\":{\"message\":");
        }
        try (RawConnection client = deployment.connect()) {
            Message answer =
                    client.request("GET /v1/files", "X: y\r\n".repeat(300), "").answer();

            assertThat(answer.status()).isEqualTo(431);
        }
    }

    @Test
    void aMethodThatIsNeverRelayedIsNamed() throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("TRACE /v1/files", "", "").answer();

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("GET", "DELETE");
            assertThat(answer.body()).contains("\"method not allowed\"", "\"method_not_allowed\"");
        }
    }

    @Test
    void theModelsOfAllBackendsAreListedWithTheirAliases() throws Exception {
        try (RawConnection client = deployment.connect()) {
            String list = client.request("GET /v1/models", "", "").answer().body();

            assertThat(list)
                    .contains("\"id\":\"gpt-4o\"", "\"id\":\"ears\"", "\"id\":\"eyes\"", "\"id\":\"gpt-image\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ears", "ears:latest", "eyes", "acme%2Fx", "acme/x:latest", "GPT-IMAGE"})
    void everyNameHasAnEntry(String name) throws Exception {
        String notFound = RecordingBackend.answer("404 Not Found", JSON, "{\"error\":{\"message\":\"?\"}}");
        deployment.backend().answers(notFound);
        deployment.other().answers(notFound);
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("GET /v1/models/" + name, "", "").answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"id\":\"" + name.replace("%2F", "/") + "\",\"object\":\"model\"");
        }
    }

    @Test
    void theCallersKeyGoesOnWhereThatIsSet() throws Exception {
        String refusal = "{\"error\":{\"message\":\"bad key caller-0123456789\"}}";
        deployment.other().answers(RecordingBackend.answer("401 Unauthorized", JSON, refusal));
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request(
                            "POST /v1/chat/completions",
                            JSON + "Authorization: Bearer caller-0123456789\r\n",
                            "{\"model\":\"eyes\"}")
                    .answer();

            assertThat(deployment.other().request().header("Authorization")).isEqualTo("Bearer caller-0123456789");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"error\":{\"message\":\"bad key [secret]\"}}");
        }
    }

    @Test
    void theCallersKeyGoesOnFromTheOllamaFaceToo() throws Exception {
        deployment
                .other()
                .answers(RecordingBackend.answer("401 Unauthorized", JSON, "{\"error\":{\"message\":\"no\"}}"));
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request(
                            "POST /api/chat",
                            "Authorization: Bearer caller-0123456789\r\n",
                            "{\"model\":\"eyes\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")
                    .answer();

            assertThat(deployment.other().request().header("Authorization")).isEqualTo("Bearer caller-0123456789");
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Test
    void aRefusalOfOurKeyIsOurBusiness() throws Exception {
        deployment
                .backend()
                .answers(RecordingBackend.answer(
                        "401 Unauthorized", JSON, "{\"error\":{\"message\":\"our-key-0123456789\"}}"));
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("GET /v1/files", "", "").answer();

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.body()).contains("upstream_auth").doesNotContain("our-key");
        }
    }

    @Test
    void responsesStreamTheirOwnEventsToTheirOwnEnd() throws Exception {
        String event = "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\"}\n\n";
        String last = "event: response.completed\ndata: {\"type\":\"response.completed\"}\n\n";
        assertThat(streamed(event, last)).isEqualTo(event + last);
        assertThat(streamed(event)).isEqualTo(event + CUT);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String streamed(String... events) throws IOException {
        String[] pieces = new String[events.length + 1];
        pieces[0] = STREAM;
        System.arraycopy(events, 0, pieces, 1, events.length);
        deployment.backend().answers(pieces);
        try (RawConnection client = deployment.connect()) {
            return client.request("POST /v1/responses", JSON, "{\"stream\":true}")
                    .answer()
                    .body();
        }
    }

    @Test
    void soundThatBreaksOffBreaksOffHereToo() throws Exception {
        deployment
                .backend()
                .answers(
                        "HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nTransfer-Encoding: chunked\r\n\r\n",
                        "3\r\nabc\r\n");
        try (RawConnection client = deployment.connect()) {
            client.request("POST /v1/audio/speech", JSON, "{\"model\":\"gpt-4o\"}");

            assertThatThrownBy(client::rest).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aPartOfAFileCanBeAskedFor() throws Exception {
        deployment
                .backend()
                .answers(RecordingBackend.answer(
                        "206 Partial Content", "Content-Type: text/plain\r\nContent-Range: bytes 1-2/4\r\n", "bc"));
        try (RawConnection client = deployment.connect()) {
            Message answer = client.request("GET /v1/files/1/content", "Range: bytes=1-2\r\n", "")
                    .answer();

            assertThat(deployment.backend().request().header("Range")).isEqualTo("bytes=1-2");
            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.header("Content-Range")).isEqualTo("bytes 1-2/4");
        }
    }

    @Test
    void theHeadOfAFileHasItsLength() throws Exception {
        deployment.backend().answers("HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 1234\r\n\r\n");
        try (RawConnection client = deployment.connect()) {
            Message head = client.request("HEAD /v1/files/1/content", "", "").answerToHead();

            assertThat(head.header("Content-Length")).isEqualTo("1234");
            assertThat(deployment.backend().request().firstLine()).startsWith("HEAD /v1/files/1/content ");
        }
    }
}
