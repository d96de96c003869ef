package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a user meets it: what it prints where, and the exit code. */
class EnfiladeCommandTest {

    private static final String ANY_PORT = "127.0.0.1:0";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        client.shutdownNow();
    }

    @Test
    void helpShowsCommandsOptionsAndExamples() throws InterruptedException {
        try (CommandRun run = run("--help")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("serve", "demo", "healthcheck", "--listen", "--config", "Examples:");
            assertThat(run.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "healthcheck"})
    void everyCommandHasHelp(String command) throws InterruptedException {
        try (CommandRun run = run(command, "--help")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("Usage: enfilade " + command, "--listen");
        }
    }

    @Test
    void versionNamesTheJavaToo() throws InterruptedException {
        try (CommandRun run = run("--version")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).matches("enfilade \\S+ \\(Java \\d+[^),]*, as Ollama 0\\.33\\.0\\)\\R");
        }
    }

    @Test
    void wrongOptionIsTwoWithASuggestion() throws InterruptedException {
        try (CommandRun run = run("serve", "--lisen=x")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--lisen", "--listen", "enfilade serve --help");
        }
    }

    @Test
    void wrongCommandIsTwoWithASuggestion() throws InterruptedException {
        try (CommandRun run = run("sreve")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("sreve", "serve", "enfilade --help");
        }
    }

    @Test
    void nothingConfiguredIs78AndNamesTheDemo() throws InterruptedException {
        try (CommandRun run = run()) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err()).contains("OPENAI_API_KEY", "enfilade demo");
        }
    }

    @Test
    void badConfigurationIs78WithEveryProblemOnItsLine() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("enfilade.yaml"), "lsiten: x\nbackends: {main: {url: nowhere}}\n");

        try (CommandRun run = run("serve")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err().lines())
                    .anyMatch(line -> line.startsWith("enfilade.yaml:1:1 lsiten: "))
                    .anyMatch(line -> line.startsWith("enfilade.yaml:2:24 backends.main.url: "));
        }
    }

    /** Members but the time, line by line. */
    private static final String COMPLAINT =
            "\\{\"time\":\"[^\"]+\",\"level\":\"ERROR\",\"logger\":\"enfilade\",\"message\":\"%s\"}";

    static Stream<Arguments> placesOfTheFormat() {
        return Stream.of(
                Arguments.of("", Map.of(), List.of("serve", "--logging.format", "json")),
                Arguments.of("", Map.of(), List.of("--logging.format=json")),
                Arguments.of("logging: {format: text}\n", Map.of("ENFILADE_LOGGING_FORMAT", "json"), List.of()),
                Arguments.of("logging: {format: '${FORM}'}\n", Map.of("FORM", "json"), List.of("serve")),
                Arguments.of("logging:\n  format: json\n", Map.of(), List.of("serve")));
    }

    @ParameterizedTest
    @MethodSource("placesOfTheFormat")
    void badConfigurationIsToldInTheFormatThatItSets(String file, Map<String, String> variables, List<String> words)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("enfilade.yaml"), file + "lsiten: x\nbackends: {main: {url: nowhere}}\n");

        try (CommandRun run = new CommandRun(folder, variables, words.toArray(String[]::new))) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.matches(COMPLAINT.formatted(".*")));
            assertThat(run.err()).contains("lsiten: unknown key", "backends.main.url: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logging: {format: json}\nmodels-file: nowhere.json\n",
                "logging: {format: json}\nlisten: [\n",
                "listen: 0.0.0.0:1\nbackends: {m: {url: 'http://127.0.0.1:1'}}\nlogging: {format: json, level: loud}\n",
                "listen: 0.0.0.0:1\nbackends: {m: {url: 'http://127.0.0.1:1'}}\nlogging: {format: json}\n"
            })
    void formatHoldsWhateverElseIsWrong(String file) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("enfilade.yaml"), file);

        try (CommandRun run = run("serve")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err().lines())
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> line.matches(COMPLAINT.formatted(".*")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logging: {format: jsno}\n", "listen: [\nlogging: {format: json}\n", "logging: json\n"})
    void formatThatCannotBeKnownIsText(String file) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("enfilade.yaml"), file);

        try (CommandRun run = run("serve")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err()).startsWith("enfilade: the configuration cannot be used\nenfilade.yaml:");
        }
    }

    @Test
    void wrongOptionOfAServerIsOneLineForMachines() throws InterruptedException {
        try (CommandRun run = new CommandRun(folder, Map.of(), "serve", "--lisen=x", "--logging.format=json")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().strip())
                    .matches(COMPLAINT.formatted(
                            "enfilade: Unknown option: '--lisen=x'.*\\\\nTry: enfilade serve --help"));
        }
    }

    @Test
    void demoTellsInTheFormatOfItsVariable() throws InterruptedException {
        Map<String, String> variables = Map.of("ENFILADE_LOGGING_FORMAT", "json");
        try (CommandRun run = new CommandRun(folder, variables, "demo", "--listen", "0.0.0.0:0")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.matches(COMPLAINT.formatted(".*")));
        }
    }

    @Test
    void commandsForPeopleSpeakToPeople() throws InterruptedException {
        Map<String, String> variables = Map.of("ENFILADE_LOGGING_FORMAT", "json");
        try (CommandRun run = new CommandRun(folder, variables, "models", "--listen", "nowhere:x")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err())
                    .startsWith("enfilade: the configuration cannot be used\n")
                    .contains("\n--listen listen: ");
        }
    }

    @Test
    void openAddressIs78WithTheWaysOut() throws InterruptedException {
        try (CommandRun run = run("demo", "--listen", "0.0.0.0:0")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err()).contains("ENFILADE_ALLOW_OPEN=1");
        }
    }

    @Test
    void takenPortIs78InOneLine() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CommandRun run = run("demo", "--listen", "127.0.0.1:" + taken.getLocalPort())) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + taken.getLocalPort(), "--listen");
        }
    }

    @Test
    void demoAnswersAsOllamaAndSaysHowToAsk() throws Exception {
        try (CommandRun run = run("demo", "--listen", ANY_PORT)) {
            URI address = run.address();

            assertThat(post(address.resolve("/api/chat"), """
                            {"model":"demo-echo","stream":false,"messages":[{"role":"user","content":"Hello there"}]}"""))
                    .contains("\"content\":\"Hello there\"", "\"done\":true");
            run.stop();
            assertThat(run.exitCode()).isZero();
            assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(Banner.MOST_LINES);
            assertThat(run.out().lines())
                    .hasSize(3)
                    .allMatch(line -> line.contains(address.getAuthority()))
                    .anyMatch(line -> line.startsWith("curl "))
                    .anyMatch(line -> line.startsWith("OLLAMA_HOST="))
                    .anyMatch(line -> line.startsWith("python"));
        }
    }

    @Test
    void demoKeepsOutWhatIsSetForRealBackends() throws Exception {
        Files.writeString(folder.resolve("enfilade.yaml"), "this: is not for the demo");
        Map<String, String> variables = Map.of(
                "OPENAI_API_KEY", "sk-secret",
                "ENFILADE_BACKENDS_MAIN_URL", "http://127.0.0.1:1",
                "OLLAMA_HOST", ANY_PORT);

        try (CommandRun run = new CommandRun(folder, variables, "demo")) {
            String tags = get(run.address().resolve("/api/tags")).body();

            assertThat(tags).contains("demo-echo:latest", "demo-embed:latest");
            assertThat(run.err()).doesNotContain("sk-secret", "main:");
        }
    }

    @Test
    void quietSaysTheAddressAndNoMore() throws Exception {
        try (CommandRun run = run("serve", "--quiet", "--backend", "http://127.0.0.1:1/v1", "--listen", ANY_PORT)) {
            run.address();
            run.stop();

            assertThat(run.err().lines()).singleElement().asString().contains("listening on http://127.0.0.1:");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void bannerShowsTheBackendAndNeverItsKey() throws Exception {
        Map<String, String> variables = Map.of(
                "OPENAI_API_KEY", "sk-secret",
                "OPENAI_BASE_URL", "http://127.0.0.1:1/v1",
                "OLLAMA_MODELS", "/models",
                "ENFILADE_LISTEN", ANY_PORT);

        try (CommandRun run = new CommandRun(folder, variables)) {
            run.address();
            run.stop();

            assertThat(run.err())
                    .contains("http://127.0.0.1:1/v1", "with a key", "OLLAMA_MODELS")
                    .doesNotContain("sk-secret");
        }
    }

    @Test
    void healthcheckIsZeroOnceTheServerIsReady() throws Exception {
        try (CommandRun server = run("demo", "--listen", ANY_PORT)) {
            String address = server.address().getAuthority();

            try (CommandRun check = new CommandRun(folder, Map.of("OLLAMA_HOST", address), "healthcheck")) {
                assertThat(check.exitCode()).isZero();
                assertThat(check.out()).isEqualTo("enfilade: " + address + " is ready" + System.lineSeparator());
                assertThat(check.err()).isEmpty();
            }
        }
    }

    @Test
    void healthcheckFindsTheAddressAsTheServerDoes() throws Exception {
        try (CommandRun server = run("demo", "--listen", ANY_PORT)) {
            Path file = Files.writeString(
                    folder.resolve("other.yaml"), "listen: " + server.address().getAuthority());

            try (CommandRun check = run("healthcheck", "--config", file.toString())) {
                assertThat(check.exitCode()).isZero();
            }
        }
    }

    @Test
    void healthcheckIsOneWhereNobodyAnswersAndSaysWhy() throws Exception {
        try (CommandRun check = run("healthcheck", "--listen", "127.0.0.1:1")) {
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.err()).contains("127.0.0.1:1 does not answer");
        }
        try (CommandRun check = run("healthcheck", "--listen", "nowhere:x")) {
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.err()).contains("--listen");
        }
    }

    @Test
    void optionBeforeTheCommandIsTwoAndNotIgnored() throws InterruptedException {
        try (CommandRun run = run("--listen", ANY_PORT, "demo")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--listen belongs behind the command demo");
        }
    }

    private CommandRun run(String... args) {
        return new CommandRun(folder, Map.of(), args);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private String post(URI uri, String body) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
