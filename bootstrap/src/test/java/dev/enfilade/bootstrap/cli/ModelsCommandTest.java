package dev.enfilade.bootstrap.cli;

import static dev.enfilade.bootstrap.check.RoutedBackend.json;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code enfilade models}: every name, where it leads, and what is the matter where a list is missing. */
class ModelsCommandTest {

    private static final String RULES = """
            models:
              llama3.2: alpha
              secret: {model: alpha, hidden: true}
              "qwen3:*": {backend: main, model: Qwen/Qwen3-8B}
              "whisper*": {hidden: true}
              default: alpha
            """;

    @TempDir
    Path folder;

    @Test
    void everyNameHasItsRow() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = models(backend.url("/v1"), RULES);

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                    .containsExactly(
                            "NAME|BACKEND|MODEL|CONTEXT|CAPABILITIES|FROM",
                            "llama3.2|main|alpha|32768|completion,tools|alias",
                            "alpha|main|alpha|32768|completion,tools|listed",
                            "text-embedding-3-small|main|text-embedding-3-small|8191|embedding|listed",
                            "secret|main|alpha|32768|completion,tools|alias, hidden",
                            "whisper-1|main|whisper-1|32768|completion,tools|listed, hidden",
                            "",
                            "qwen3:* -> Qwen/Qwen3-8B of main",
                            "whisper* -> the same name, hidden",
                            "default: every other name -> alpha");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void documentHoldsTheSame() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = models(backend.url("/v1"), RULES, "--json");

            assertThat(run.exitCode()).isZero();
            JsonNode document = new JsonMapper().readTree(run.out());
            assertThat(document.at("/models/0").toString())
                    .isEqualTo("{\"name\":\"llama3.2\",\"backend\":\"main\",\"model\":\"alpha\",\"context\":32768,"
                            + "\"capabilities\":[\"completion\",\"tools\"],\"from\":\"alias\",\"hidden\":false}");
            assertThat(document.path("patterns")).hasSize(3);
            assertThat(document.at("/backends/0/status").textValue()).isEqualTo("ok");
        }
    }

    @Test
    void refusedKeyIs77AndAliasesAreListedAllTheSame() throws Exception {
        try (RoutedBackend backend = RoutedBackend.working().with("/v1/models", json(401, "{}"))) {
            CommandRun run = models(backend.url("/v1"), RULES);

            assertThat(run.exitCode()).isEqualTo(77);
            assertThat(run.out()).contains("llama3.2").doesNotContain("text-embedding");
            assertThat(run.err()).contains("no list of main: the list is refused", "fix: set OPENAI_API_KEY");
        }
    }

    @Test
    void nothingThatListensIs69() throws Exception {
        CommandRun run = models(URI.create("http://127.0.0.1:1/v1"), "");

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err()).contains("no list of main: ", "fix: start the server");
    }

    @Test
    void silentBackendIsLeftAndTheOthersAreListed() throws Exception {
        try (ScriptedServer silent = ScriptedServer.start(Peer::stall);
                RoutedBackend backend = RoutedBackend.working()) {
            Files.writeString(
                    folder.resolve("enfilade.yaml"),
                    "backends: {silent: {url: '" + silent.uri("/v1") + "'}, b: {url: '" + backend.url("/v1") + "'}}\n");

            CommandRun run = new CommandRun(folder, Map.of(), "models", "--timeout", "2s");

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).containsPattern("alpha +b +alpha");
            assertThat(run.err()).contains("no list of silent: not done within 2 s");
        }
    }

    @Test
    void badConfigurationIs78() throws Exception {
        CommandRun run = new CommandRun(folder, Map.of(), "models");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("OPENAI_API_KEY");
    }

    private CommandRun models(URI url, String configuration, String... options) throws IOException {
        Files.writeString(folder.resolve("enfilade.yaml"), configuration);
        String[] args = new String[options.length + 1];
        args[0] = "models";
        System.arraycopy(options, 0, args, 1, options.length);
        return new CommandRun(folder, Map.of("OPENAI_BASE_URL", url.toString()), args);
    }
}
