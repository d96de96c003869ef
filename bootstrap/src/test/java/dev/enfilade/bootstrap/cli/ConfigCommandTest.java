package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code enfilade config}: what goes to which output, and the exit codes. */
class ConfigCommandTest {

    private static final String GOOD = """
            backends: {main: {url: "http://127.0.0.1:8000/v1", key: "${KEY}"}, other: {key: sk-canary-1}}
            models: {llama3.2: gpt-4o-mini}
            """;

    @TempDir
    Path folder;

    @Test
    void validateIsOneLineAndZero() throws Exception {
        file("enfilade.yaml", GOOD);

        try (CommandRun run = run("config", "validate")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines()).containsExactly("enfilade.yaml: valid, 2 backends, 1 model");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void validateChecksTheFileThatIsNamedWithVariablesAndOptions() throws Exception {
        file("enfilade.yaml", "nonsense: 1");
        file("other.yaml", GOOD);

        try (CommandRun run = run("config", "validate", "other.yaml", "--limits.streams=10")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("other.yaml: valid");
        }
        try (CommandRun run = run("config", "validate", "--limits.streams", "ten", "other.yaml")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("--limits.streams limits.streams: \"ten\" does not fit");
        }
    }

    @Test
    void validateTellsAllProblemsWith78() throws Exception {
        file("enfilade.yaml", "limts: 7\nbackends: {main: {url: nowhere}}\nmodels: {a: {backend: mian}}\n");

        try (CommandRun run = run("config", "validate")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines().filter(line -> line.startsWith("enfilade.yaml:")))
                    .hasSize(3);
        }
    }

    @Test
    void validateWithoutABackendSaysWhatServeWouldSay() throws Exception {
        try (CommandRun run = run("config", "validate")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err()).contains("OPENAI_API_KEY", "enfilade demo");
        }
    }

    @Test
    void showNeedsNoBackendAndMarksDefaults() throws Exception {
        try (CommandRun run = run("config", "show", "--origin")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines()).contains("listen: 127.0.0.1:11434  # default", "  streams: 2000  # default");
        }
    }

    @Test
    void showSaysWhoSetWhatAndNoSecret() throws Exception {
        file("enfilade.yaml", GOOD);
        file(".env", "\nENFILADE_LIMITS_QUEUE=7\n");

        try (CommandRun run = run("config", "show", "--origin", "--limits.streams", "10", "--listen", "127.0.0.1:1")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines())
                    .contains(
                            "listen: 127.0.0.1:1  # flag --listen",
                            "    key: \"${KEY}\"  # file enfilade.yaml:1:57",
                            "    key: \"[redacted]\"  # file enfilade.yaml:1:81",
                            "    model: gpt-4o-mini  # file enfilade.yaml:2:20",
                            "  streams: 10  # flag --limits.streams",
                            "  queue: 7  # file .env:2");
            assertThat(run.out()).doesNotContain("canary");
        }
    }

    @Test
    void whatIsShownInPlaceOfASecretIsRefusedWhenItIsReadBack() throws Exception {
        file("enfilade.yaml", GOOD);
        try (CommandRun run = run("config", "show")) {
            assertThat(run.exitCode()).isZero();
            file("shown.yaml", run.out());
        }

        try (CommandRun run = run("config", "validate", "shown.yaml")) {
            assertThat(run.exitCode()).isEqualTo(78);
            assertThat(run.err()).contains("backends.other.key", "what is shown in place of a secret is none");
        }
    }

    @Test
    void schemaGoesToStandardOutputAlone() throws Exception {
        try (CommandRun run = run("config", "schema")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo(Files.readString(Path.of("../docs/enfilade.schema.json")));
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void configAloneIsTwoAndNamesItsHelp() throws Exception {
        try (CommandRun run = run("config")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("Missing required subcommand", "enfilade config --help");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "validate", "schema"})
    void everyCommandHasHelpWithExamples(String command) throws Exception {
        try (CommandRun run = run("config", command, "--help")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("Usage: enfilade config " + command, "Examples:");
        }
    }

    @Test
    void unknownKeyAsAnOptionIsTwoWithTheNearestOne() throws Exception {
        try (CommandRun run = run("config", "show", "--limits.steams=10")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--limits.steams", "Did you mean: --limits.streams?");
        }
    }

    @Test
    void yesOrNoKeyNeedsNoValueAsAnOption() throws Exception {
        try (CommandRun run = run("config", "show", "--allow-open", "--catalog.strict", "false")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("allow-open: true", "  strict: false");
        }
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private CommandRun run(String... args) {
        return new CommandRun(folder, Map.of("KEY", "sk-canary-2"), args);
    }
}
