package dev.enfilade.bootstrap.cli;

import static dev.enfilade.bootstrap.check.RoutedBackend.json;
import static dev.enfilade.bootstrap.check.RoutedBackend.page;
import static dev.enfilade.bootstrap.check.RoutedBackend.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.bootstrap.check.RoutedBackend;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code enfilade check} in front of backends that work, and that fail in every way of which it knows the fix. */
class CheckCommandTest {

    private static final String KEY = "sk-secret-of-this-test-abcd";

    /** The head of a stream that ends with its connection. */
    private static final String EVENTS =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void everyStepOfAWorkingBackendIsOneLine() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines()).hasSize(11).allMatch(line -> line.matches("(ok|skipped) .*"));
            assertThat(run.out())
                    .containsPattern("ok +configuration +no file, only variables and options +\\(\\d+ ms\\)")
                    .containsPattern("ok +main: dns +127\\.0\\.0\\.1 ")
                    .containsPattern("skipped +main: tls +the URL says http")
                    .containsPattern("ok +main: models +200, 3 models")
                    .containsPattern("ok +main: chat +alpha answered, usage sent \\(8 tokens in, 1 out\\)")
                    .containsPattern("ok +main: stream +first event after \\d+ ms, finished \\(stop\\), usage sent")
                    .containsPattern("ok +main: embeddings +text-embedding-3-small made a vector of 2 numbers");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void keyIsShownByItsEndsAndItsVariable() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1"), "OPENAI_API_KEY", KEY);

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsPattern("ok +main: key +sk-\\.\\.\\.abcd \\(from OPENAI_API_KEY\\) is accepted")
                    .doesNotContain(KEY);
            assertThat(backend.requests()).allMatch(request -> request.contains("Bearer " + KEY));
        }
    }

    @Test
    void keyOfADotEnvFileIsNamedByItsLine() throws Exception {
        Files.writeString(folder.resolve(".env"), "# mine\nOPENAI_API_KEY=" + KEY + "\n");
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsPattern("ok +main: key +sk-\\.\\.\\.abcd \\(from \\.env:2\\) is accepted");
        }
    }

    @Test
    void keyOfAKeyFileIsNamedByThePlaceThatNamesTheFile() throws Exception {
        Files.writeString(folder.resolve("a.key"), KEY + "\n");
        try (RoutedBackend backend = RoutedBackend.working()) {
            Files.writeString(
                    folder.resolve("enfilade.yaml"),
                    "backends:\n  gpu.one:\n    url: " + backend.url("/v1") + "\n    key-file: a.key\n");

            CommandRun run = new CommandRun(folder, Map.of(), "check", "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsPattern("key +sk-\\.\\.\\.abcd \\(from enfilade.yaml:4:15\\) is accepted");
        }
    }

    @Test
    void onlyALittleIsAskedOfTheDefaultModel() throws Exception {
        Files.writeString(folder.resolve("enfilade.yaml"), "models: {first: beta, default: gamma}\n");
        try (RoutedBackend backend = RoutedBackend.working()) {
            assertThat(check(backend.url("/v1")).exitCode()).isZero();

            assertThat(backend.requests())
                    .filteredOn(request -> request.contains("/chat/completions"))
                    .hasSize(2)
                    .allMatch(request -> request.contains("\"model\":\"gamma\""))
                    .allMatch(request -> request.matches("(?s).*\"max_\\w*tokens\":\\d{1,2}\\D.*"));
        }
    }

    @Test
    void documentHoldsEveryStepAndNothingElseIsPrinted() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1"), Map.of(), "--json");

            assertThat(run.exitCode()).isZero();
            JsonNode document = new JsonMapper().readTree(run.out());
            assertThat(document.path("ok").isBoolean()).isTrue();
            assertThat(document.path("ok").booleanValue()).isTrue();
            assertThat(document.path("steps")
                            .valueStream()
                            .map(step -> step.path("name").textValue()))
                    .containsExactly(
                            "configuration",
                            "port",
                            "proxy",
                            "dns",
                            "tcp",
                            "tls",
                            "models",
                            "key",
                            "chat",
                            "stream",
                            "embeddings");
            assertThat(document.path("steps").valueStream())
                    .allMatch(step -> step.path("duration_ms").isIntegralNumber())
                    .allMatch(step -> List.of("ok", "skipped")
                            .contains(step.path("status").textValue()))
                    .allMatch(step -> step.path("fix").isNull());
            assertThat(document.at("/steps/1/backend").isNull()).isTrue();
            assertThat(document.at("/steps/2/backend").textValue()).isEqualTo("main");
        }
    }

    @Test
    void refusedKeyIs77AndWhatNeedsItIsSkipped() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()
                .with("/v1/models", json(401, "{\"error\":{\"message\":\"Incorrect API key: " + KEY + "\"}}"))) {
            CommandRun run = check(backend.url("/v1"), "OPENAI_API_KEY", KEY);

            assertThat(run.exitCode()).isEqualTo(77);
            assertThat(run.out())
                    .containsPattern("FAILED +main: models +401")
                    .containsPattern("FAILED +main: key +refused: sk-\\.\\.\\.abcd \\(from OPENAI_API_KEY\\)")
                    .contains("fix: set OPENAI_API_KEY to a key that 127.0.0.1 accepts")
                    .containsPattern("skipped +main: chat +since key failed")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void missingKeyIs77() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working().with("/v1/models", json(403, "{}"))) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isEqualTo(77);
            assertThat(run.out()).containsPattern("FAILED +main: key +refused: none is configured");
        }
    }

    @Test
    void keyThatOnlyTheChatRefusesIs77Too() throws Exception {
        try (RoutedBackend backend =
                RoutedBackend.working().with("/v1/chat/completions", json(401, "{\"error\":{\"message\":\"no\"}}"))) {
            CommandRun run = check(backend.url("/v1"), "OPENAI_API_KEY", KEY);

            assertThat(run.exitCode()).isEqualTo(77);
            assertThat(run.out())
                    .containsPattern("ok +main: models")
                    .containsPattern("FAILED +main: key")
                    .containsPattern("skipped +main: chat +since key failed")
                    .containsPattern("skipped +main: embeddings +since key failed");
        }
    }

    @Test
    void clientsThatBringTheirOwnKeysAreNoFault() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working().with("/v1/models", json(401, "{}"))) {
            Files.writeString(
                    folder.resolve("enfilade.yaml"),
                    "backends: {b: {url: '" + backend.url("/v1") + "', auth: caller}}\n");

            CommandRun run = new CommandRun(folder, Map.of(), "check", "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsPattern("warning +b: models +401")
                    .containsPattern("skipped +b: key +clients bring their own keys");
        }
    }

    @Test
    void nothingThatListensIs69AndTheRestIsSkipped() throws Exception {
        URI nowhere = URI.create("http://127.0.0.1:1/v1");

        CommandRun run = check(nowhere);

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.out())
                .containsPattern("FAILED +main: tcp +127\\.0\\.0\\.1:1: ")
                .containsPattern("fix: start the server.* OPENAI_BASE_URL\n")
                .containsPattern("skipped +main: models +since tcp failed")
                .containsPattern("skipped +main: embeddings +since tcp failed");
    }

    @Test
    void hostWithoutAnAddressIs69() throws Exception {
        CommandRun run = check(URI.create("http://no-such-host.invalid/v1"), Map.of(), "--timeout", "30s");

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.out()).containsPattern("FAILED +main: dns +.*no-such-host\\.invalid");
    }

    @Test
    void forgottenPathIsFound() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url(""));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern("FAILED +main: models +404")
                    .contains("fix: set OPENAI_BASE_URL to " + backend.url("/v1") + ", which answers");
        }
    }

    @Test
    void pathThatIsTooLongIsShortened() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1/chat/completions"));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).contains("fix: set OPENAI_BASE_URL to " + backend.url("/v1") + ", which answers");
        }
    }

    @Test
    void redirectTellsWhereToAndWhatToSet() throws Exception {
        try (RoutedBackend backend = new RoutedBackend()
                .with("/v1/models", redirect(308, "https://me:pw@gpu.example/v1/models?key=secret"))) {
            CommandRun run = check(backend.url("/v1"), "OPENAI_API_KEY", KEY);

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern(
                            "FAILED +main: models +GET /models: 308, a redirect to https://gpu.example/v1/models,")
                    .contains("fix: set OPENAI_BASE_URL to https://gpu.example/v1\n");
        }
    }

    @Test
    void redirectToALoginPageIsNoReasonNotToLookElsewhere() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working().with("/models", redirect(302, "/login"))) {
            CommandRun run = check(backend.url(""));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).contains("fix: set OPENAI_BASE_URL to " + backend.url("/v1") + "\n");
        }
        try (RoutedBackend backend = new RoutedBackend().with("/models", redirect(302, "/login"))) {
            CommandRun run = check(backend.url(""));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).contains("fix: correct OPENAI_BASE_URL, which leads to no API\n");
        }
    }

    @Test
    void redirectOfAChatIsToldToo() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()
                .with("/v1/chat/completions", redirect(307, "https://gpu.example/v1/chat/completions"))) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern(
                            "FAILED +main: chat +model alpha: 307, a redirect to https://gpu.example/v1/chat/completions")
                    .contains("fix: set OPENAI_BASE_URL to https://gpu.example/v1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 502})
    void pageForPeopleIs69(int status) throws Exception {
        try (RoutedBackend backend =
                new RoutedBackend().with("/models", page(status)).with("/v1/models", page(200))) {
            CommandRun run = check(backend.url(""));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern("FAILED +main: models +" + status + ", a page for people")
                    .contains("fix: ");
        }
    }

    @Test
    void backendWithoutAListIsTriedByTheNamedModel() throws Exception {
        Files.writeString(folder.resolve("enfilade.yaml"), "models: {llama3.2: alpha}\n");
        try (RoutedBackend backend = RoutedBackend.working().with("/v1/models", json(404, "{}"))) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsPattern("warning +main: models +404: there is no list")
                    .containsPattern("ok +main: chat +alpha");
        }
    }

    @Test
    void rateLimitTellsWhenToComeAgain() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()
                .with(
                        "/v1/chat/completions",
                        (peer, _) -> peer.send("HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 31\r\n\r\n"
                                + "{\"error\":{\"message\":\"too fast\"}}".substring(0, 31)))) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern("FAILED +main: chat +model alpha: 429: ")
                    .contains("fix: try again in 7 s")
                    .containsPattern("skipped +main: stream +since chat failed")
                    .containsPattern("ok +main: embeddings");
        }
    }

    @Test
    void errorOfTheBackendIsToldInItsWords() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()
                .with("/v1/models", json(500, "{\"error\":{\"message\":\"out\\u001b[31m of memory\"}}"))) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern("FAILED +main: models +GET /models: 500: out .31m of memory")
                    .contains("fix: look into the backend's own log")
                    .doesNotContain("\u001b");
        }
    }

    @Test
    void modelThatSpendsItsTokenOnThinkingAnswers() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()
                .with(
                        "/v1/chat/completions",
                        json(
                                400,
                                "{\"error\":{\"message\":\"Could not finish the message because"
                                        + " max_tokens or model output limit was reached.\"}}"))) {
            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsPattern("ok +main: chat +alpha answered, but");
        }
    }

    @Test
    void streamThatIsCutIs69() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            RoutedBackend.Answer whole =
                    json(200, "{\"choices\":[{\"message\":{\"content\":\"Hi\"}," + "\"finish_reason\":\"stop\"}]}");
            backend.with("/v1/chat/completions", (peer, request) -> {
                if (request.contains("\"stream\":true")) {
                    peer.send(EVENTS);
                    peer.send("data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n");
                    peer.close();
                } else {
                    whole.send(peer, request);
                }
            });

            CommandRun run = check(backend.url("/v1"));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern("ok +main: chat +alpha answered, no usage sent")
                    .containsPattern("FAILED +main: stream +model alpha: upstream closed the stream");
        }
    }

    @Test
    void streamWithoutAnEndIsLeft() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            backend.with("/v1/chat/completions", (peer, _) -> {
                peer.send(EVENTS);
                while (true) {
                    peer.send("data: {\"choices\":[{\"delta\":{\"content\":\"and \"}}]}\n\n");
                }
            });

            CommandRun run = check(backend.url("/v1"), Map.of(), "--timeout", "2s");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).containsPattern("FAILED +main: chat +not done within 2 s");
        }
    }

    @Test
    void silentBackendIsLeft() throws Exception {
        try (ScriptedServer silent = ScriptedServer.start(Peer::stall)) {
            CommandRun run = check(silent.uri("/v1"), Map.of(), "--timeout", "300ms");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).containsPattern("FAILED +main: models +not done within 300 ms");
        }
    }

    @Test
    void silentTlsPortIsLeft() throws Exception {
        try (ScriptedServer silent = ScriptedServer.start(Peer::stall)) {
            CommandRun run = check(secure(silent.uri("/v1")), Map.of(), "--timeout", "4s");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out())
                    .containsPattern("FAILED +main: tls +no answer to the handshake")
                    .contains("fix: check that the port of OPENAI_BASE_URL speaks TLS")
                    .containsPattern("skipped +main: models");
        }
    }

    @Test
    void plainPortBehindHttpsIsTold() throws Exception {
        try (ScriptedServer plain = ScriptedServer.start(peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            CommandRun run = check(secure(plain.uri("/v1")));

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).contains("fix: the server speaks plain HTTP there: write http:// in OPENAI_BASE_URL");
        }
    }

    @Test
    void proxyIsNothingForThisMachine() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1"), "http_proxy", "http://user:secret@proxy:3128");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsPattern("ok +main: proxy +http_proxy set, but")
                    .doesNotContain("secret");
        }
    }

    @Test
    void badConfigurationIs78WithEveryProblem() throws Exception {
        Files.writeString(folder.resolve("enfilade.yaml"), "lsiten: x\nbackends: {main: {url: nowhere}}\n");

        CommandRun run = new CommandRun(folder, Map.of(), "check");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.out())
                .containsPattern("FAILED +configuration +enfilade.yaml:1:1 lsiten: ")
                .containsPattern("\n +enfilade.yaml:2:24 backends.main.url: ")
                .contains("fix: ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void badConfigurationIsADocumentToo() throws Exception {
        CommandRun run = new CommandRun(folder, Map.of(), "check", "--json");

        assertThat(run.exitCode()).isEqualTo(78);
        JsonNode document = new JsonMapper().readTree(run.out());
        assertThat(document.path("ok").booleanValue()).isFalse();
        assertThat(document.at("/steps/0/status").textValue()).isEqualTo("failed");
        assertThat(document.at("/steps/0/detail").textValue()).contains("OPENAI_API_KEY");
    }

    @Test
    void offlineAsksNobody() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = check(backend.url("/v1"), Map.of(), "--offline");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines()).hasSize(2);
            assertThat(backend.requests()).isEmpty();
        }
    }

    @Test
    void enfiladeThatRunsAlreadyIsAWarning() throws Exception {
        try (CommandRun server = new CommandRun(folder, Map.of(), "demo", "--listen", "127.0.0.1:0")) {
            CommandRun run = offline(server.address().getAuthority());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsPattern("warning +port +an Enfilade listens at 127.0.0.1:\\d+ already");
        }
    }

    @Test
    void portThatAnOllamaHasIs78() throws Exception {
        try (RoutedBackend ollama = new RoutedBackend().with("/api/version", json(200, "{\"version\":\"0.33.0\"}"))) {
            CommandRun run = offline(ollama.url("/").getAuthority());

            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.out()).containsPattern("FAILED +port +an Ollama listens at 127.0.0.1:\\d+");
        }
    }

    @Test
    void portThatAnybodyHasIs78() throws Exception {
        try (ScriptedServer other = ScriptedServer.start(peer -> peer.send("220 mail.example.com ESMTP\r\n"))) {
            CommandRun run = offline("127.0.0.1:" + other.port());

            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.out())
                    .containsPattern("FAILED +port +cannot listen on 127.0.0.1:\\d+: ")
                    .contains("--listen");
        }
    }

    @Test
    void everyBackendHasItsOwnModels() throws Exception {
        try (RoutedBackend one = RoutedBackend.working();
                RoutedBackend two =
                        RoutedBackend.working().with("/v1/models", json(200, "{\"data\":[{\"id\":\"beta\"}]}"))) {
            Files.writeString(
                    folder.resolve("enfilade.yaml"),
                    "backends: {one: {url: '" + one.url("/v1") + "'}, two: {url: '" + two.url("/v1") + "'}}\n"
                            + "models: {a: {backend: two, model: gamma}, b: alpha}\n");

            CommandRun run = new CommandRun(folder, Map.of(), "check", "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsPattern("ok +one: chat +alpha")
                    .containsPattern("ok +two: chat +gamma")
                    .containsPattern("skipped +two: embeddings +no model for embeddings is known");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0s", "-1s", "2h", "soon"})
    void timeThatIsNoneIsTwo(String time) throws Exception {
        CommandRun run = new CommandRun(folder, Map.of(), "check", "--timeout=" + time);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--timeout", "500ms, 10s or 2m");
        assertThat(run.out()).isEmpty();
    }

    private CommandRun offline(String address) {
        return new CommandRun(
                folder, Map.of("OPENAI_API_KEY", KEY), "check", "--offline", "--timeout", "60s", "--listen", address);
    }

    private CommandRun check(URI url) {
        return check(url, Map.of());
    }

    private CommandRun check(URI url, String variable, String value) {
        return check(url, Map.of(variable, value));
    }

    private CommandRun check(URI url, Map<String, String> more, String... options) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("OPENAI_BASE_URL", url.toString());
        List<String> args = new ArrayList<>(List.of("check", "--listen", "127.0.0.1:0"));
        Stream.of(options).forEach(args::add);
        return new CommandRun(folder, variables, args.toArray(String[]::new));
    }

    private static URI secure(URI uri) throws IOException {
        return URI.create(uri.toString().replace("http:", "https:"));
    }
}
