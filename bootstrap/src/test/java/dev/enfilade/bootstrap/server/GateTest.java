package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GateTest {

    private final AtomicInteger handled = new AtomicInteger();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(this::routes);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions", "/nothing", "/livez", "/health"})
    void aForeignHostIsRefusedOnEveryPath(String path) throws Exception {
        Answer answer = send("GET", path, "Host: evil.example:11434");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
        assertThat(handled).hasValue(0);
        assertThat(server.line().outcome()).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, https://evil.example",
        "/v1/chat/completions, null",
        "/nothing, http://localhost.evil.example"
    })
    void aForeignPageIsRefusedBeforeAnythingHappens(String path, String origin) throws Exception {
        Answer answer = send("POST", path, "Host: localhost\r\nContent-Type: text/plain\r\nOrigin: " + origin);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers()).doesNotContainKeys("Access-Control-Allow-Origin", "Allow", "Vary");
        assertThat(handled).hasValue(0);
    }

    @Test
    void anAllowedPageMayReadItsAnswer() throws Exception {
        Answer answer = send("POST", "/api/chat", "Host: localhost\r\nOrigin: http://localhost:8080");

        assertThat(answer.body()).isEqualTo("handled");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:8080");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void anAllowedPageMayReadItsErrors() throws Exception {
        Answer answer = send("GET", "/nothing", "Host: localhost\r\nOrigin: http://localhost:8080");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:8080");
    }

    @Test
    void thePagesOfThisServerAreNobodysBusiness() throws Exception {
        Answer answer = send("POST", "/api/chat", "Host: box.local:1\r\nOrigin: http://box.local:1");

        assertThat(answer.body()).isEqualTo("handled");
        assertThat(answer.headers()).doesNotContainKeys("Access-Control-Allow-Origin", "Vary");
    }

    @ParameterizedTest
    @CsvSource({"/api/chat, POST", "/api/tags, GET", "/api/nothing, ''"})
    void aPreflightIsAnsweredOnEveryPath(String path, String allow) throws Exception {
        Answer answer = send("OPTIONS", path, "Host: 127.0.0.1\r\nOrigin: app://obsidian.md");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("app://obsidian.md");
        assertThat(answer.header("Vary"))
                .isEqualTo("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        assertThat(answer.header("Allow")).isEqualTo(allow);
        assertThat(handled).hasValue(0);
    }

    @Test
    void theRefusedPreflightOfAKnownPathNamesItsMethods() throws Exception {
        Answer answer = send("OPTIONS", "/api/chat", "Host: localhost\r\nOrigin: https://evil.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void optionsWithoutAPageDependOnTheHost() throws Exception {
        assertThat(send("OPTIONS", "/api/chat", "Host: localhost").status()).isEqualTo(204);
        assertThat(send("OPTIONS", "/api/chat", "Host: 127.0.0.1").status()).isEqualTo(405);
        assertThat(send("OPTIONS", "/nothing", "Host: 127.0.0.1").status()).isEqualTo(404);
    }

    @Test
    void whereClientsShowKeysAnyHostWillDo() throws Exception {
        server.close();
        ServerSettings keyed = TestServer.SETTINGS;
        server = new TestServer(
                new ServerSettings(keyed.host(), 0, keyed.origins(), Optional.empty(), keyed.limits(), keyed.drain()),
                this::routes);

        assertThat(send("POST", "/api/chat", "Host: models.example.com").body()).isEqualTo("handled");
    }

    @Test
    void configuredOriginsMayCall() throws Exception {
        server.close();
        ServerSettings usual = TestServer.SETTINGS;
        OriginRule origins = new OriginRule(List.of("https://*.example.com"));
        server = new TestServer(
                new ServerSettings(usual.host(), 0, origins, usual.hosts(), usual.limits(), usual.drain()),
                this::routes);

        assertThat(send("POST", "/api/chat", "Host: localhost\r\nOrigin: https://a.example.com")
                        .body())
                .isEqualTo("handled");
    }

    @Test
    void theClientsIdIsTakenEchoedAndGivenToTheSurface() throws Exception {
        Answer answer = send("GET", "/api/tags", "Host: localhost\r\nX-Request-Id: abc.1");

        assertThat(answer.header("X-Request-Id")).isEqualTo("abc.1");
        assertThat(answer.body()).isEqualTo("abc.1");
        assertThat(server.line().ids().request()).isEqualTo("abc.1");
    }

    @Test
    void anIdThatCouldBeAnythingElseIsReplaced() throws Exception {
        Answer answer = send("GET", "/api/tags", "Host: localhost\r\nX-Request-Id: 127.0.0.1:9");

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{16}").isEqualTo(answer.body());
    }

    @Test
    void aRefusalHasAnIdToo() throws Exception {
        assertThat(send("GET", "/", "Host: evil.example\r\nX-Request-Id: mine").header("X-Request-Id"))
                .isEqualTo("mine");
    }

    @Test
    void theMethodIsTheOneInTheFirstLine() throws Exception {
        Answer answer = send("GET", "/api/chat", "Host: localhost\r\nX-HTTP-Method-Override: POST");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(handled).hasValue(0);
    }

    @Test
    void anUpgradeIsNotTaken() throws Exception {
        Answer answer = send(
                "POST",
                "/api/chat",
                "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer.body()).isEqualTo("handled");
    }

    @Test
    void answersNameNeitherServerNorCookie() throws Exception {
        assertThat(send("POST", "/api/chat", "Host: localhost").headers()).doesNotContainKeys("Server", "Set-Cookie");
    }

    private void routes(TestServer it) {
        it.ollama.post("/api/chat", ctx -> {
            handled.incrementAndGet();
            ctx.result("handled");
        });
        it.ollama.get("/api/tags", ctx -> ctx.result(String.valueOf(ctx.<String>attribute("request-id"))));
        it.openai.post("/v1/chat/completions", ctx -> handled.incrementAndGet());
    }

    @Test
    void aBodyThatNobodyWantsAndThatIsNotHereEndsTheConnectionInWords() throws Exception {
        try (RawClient client = server.connect()) {
            Answer answer = client.send("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n")
                    .answer();

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
        }
    }

    @Test
    void aBodyThatNobodyWantsIsDroppedAndTheConnectionGoesOn() throws Exception {
        try (RawClient client = server.connect()) {
            Answer first = client.send("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello")
                    .answer();
            Answer second = client.get("/api/tags").answer();

            assertThat(first.headers()).doesNotContainKey("Connection");
            assertThat(second.status()).isEqualTo(200);
        }
    }

    private Answer send(String method, String path, String headers) throws IOException {
        try (RawClient client = server.connect()) {
            return client.send(method + " " + path + " HTTP/1.1\r\n" + headers + "\r\nContent-Length: 0\r\n\r\n")
                    .answer();
        }
    }
}
