package dev.enfilade.contract.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.contract.product.PackagedCommand;
import dev.enfilade.contract.product.PackagedCommand.Ended;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String NOWHERE = "http://127.0.0.1:1/v1";

    /** A trace of Java, or a line of somebody's log. */
    private static final Pattern NOISE = Pattern.compile("(?m)^\\s+at |Exception|SLF4J|DEBUG|INFO|^WARNING:");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--version, 0",
        "help check, 0",
        "chek, 2",
        "check --offline, 78",
        "check --json, 78",
        "check --listen 127.0.0.1:0 --backend " + NOWHERE + ", 69",
        "models, 78",
        "models --backend " + NOWHERE + ", 69",
        "healthcheck --config nowhere.yaml, 1"
    })
    void commandEndsByItsCodeAndQuietly(String line, int code) throws IOException, InterruptedException {
        Ended ended = PackagedCommand.in(folder).run(line.split(" "));

        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(code);
        assertThat(ended.out() + ended.err()).doesNotContainPattern(NOISE).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "help models",
                "completion bash",
                "healthcheck --listen 127.0.0.1:1",
                "check --offline --backend " + NOWHERE
            })
    void whatAsksNoBackendLoadsNeitherServerNorSdk(String line) throws IOException, InterruptedException {
        assertThat(loadedBy(line)).doesNotContainPattern("org\\.eclipse\\.jetty|com\\.openai|io\\.javalin|kotlin\\.");
    }

    @Test
    void versionIsOneLine() throws IOException, InterruptedException {
        Ended ended = PackagedCommand.in(folder).run("--version");

        assertThat(ended.out()).matches("enfilade \\S+ \\(Java \\S+, as Ollama \\d+\\.\\d+\\.\\d+\\)\\R");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void runningProductIsCheckedAndListed() throws IOException, InterruptedException {
        try (PackagedProduct demo = PackagedProduct.demo(folder)) {
            String address = "127.0.0.1:" + demo.address().getPort();
            PackagedCommand command = PackagedCommand.in(folder).with("OPENAI_BASE_URL", "http://" + address + "/v1");

            Ended checked = command.run("check", "--json", "--timeout", "60s", "--listen", "127.0.0.1:0");
            Ended listed = command.run("models", "--timeout", "60s");

            assertThat(checked.exitCode()).as(checked.out()).isZero();
            assertThat(checked.err()).isEmpty();
            JsonNode steps = new JsonMapper().readTree(checked.out()).path("steps");
            assertThat(steps.valueStream())
                    .filteredOn(step -> !step.path("name").textValue().equals("tls"))
                    .hasSize(10)
                    .allMatch(step -> step.path("status").textValue().equals("ok"));
            assertThat(listed.exitCode()).isZero();
            assertThat(listed.err()).isEmpty();
            assertThat(listed.out()).containsPattern("(?m)^demo-echo +main +demo-echo +\\d+ .* listed$");
        }
    }

    @Test
    void refusedKeyIs77AndNowhereShown() throws IOException, InterruptedException {
        String key = "sk-this-must-not-be-shown-wxyz";
        String refusal = "{\"error\":{\"message\":\"Incorrect API key provided: " + key + "\"}}";
        try (ScriptedServer backend = ScriptedServer.start(peer -> {
            while (true) {
                peer.request();
                peer.send("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: "
                        + refusal.length() + "\r\n\r\n" + refusal);
            }
        })) {
            PackagedCommand command = PackagedCommand.in(folder)
                    .with("OPENAI_BASE_URL", backend.uri("/v1").toString())
                    .with("OPENAI_API_KEY", key);

            Ended checked = command.run("check", "--listen", "127.0.0.1:0");
            Ended listed = command.run("models");

            assertThat(checked.exitCode()).isEqualTo(77);
            assertThat(checked.out())
                    .contains("sk-...wxyz (from OPENAI_API_KEY)")
                    .doesNotContain(key);
            assertThat(listed.exitCode()).isEqualTo(77);
            assertThat(listed.err()).contains("sk-...wxyz").doesNotContain(key);
        }
    }

    @Test
    void silentBackendIsNotWaitedFor() throws IOException, InterruptedException {
        try (ScriptedServer silent = ScriptedServer.start(Peer::stall)) {
            Ended ended = PackagedCommand.in(folder)
                    .run(
                            "check",
                            "--timeout",
                            "500ms",
                            "--listen",
                            "127.0.0.1:0",
                            "--backend",
                            silent.uri("/v1").toString());

            assertThat(ended.exitCode()).isEqualTo(69);
            assertThat(ended.out()).contains("not done within 500 ms");
        }
    }

    @Test
    void serverThatAnswersByDropsIsUnhealthyInTime() throws IOException, InterruptedException {
        try (ScriptedServer trickling = ScriptedServer.start(peer -> {
            peer.request();
            while (true) {
                peer.send("H");
                Thread.onSpinWait();
            }
        })) {
            Ended ended = PackagedCommand.in(folder)
                    .with("ENFILADE_LISTEN", "0.0.0.0:" + trickling.port())
                    .run("healthcheck");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).hasLineCount(1).startsWith("enfilade: 127.0.0.1:" + trickling.port());
        }
    }

    @Test
    void healthcheckFindsTheServerByVariablesInAFolderThatCannotBeWritten() throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path readOnly = Files.createDirectory(
                folder.resolve("read-only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        try (PackagedProduct demo = PackagedProduct.demo(home)) {
            String port = Integer.toString(demo.address().getPort());
            PackagedCommand command = PackagedCommand.in(readOnly).on("-XX:-UsePerfData");

            assertThat(healthy(command.with("PORT", port))).isTrue();
            assertThat(healthy(command.with("OLLAMA_HOST", "0.0.0.0:" + port))).isTrue();
            assertThat(healthy(
                            command.with("ENFILADE_LISTEN", "0.0.0.0:" + port).with("http_proxy", NOWHERE)))
                    .isTrue();
        }
    }

    @Test
    void readerThatLeavesIsNoDrama() throws IOException, InterruptedException {
        Ended ended = PackagedCommand.in(folder).inShell("\"$@\" completion bash | head -n 1");

        assertThat(ended.out()).hasLineCount(1);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void outputThatCannotBeWrittenIsNoSuccess() throws IOException, InterruptedException {
        Ended closed = PackagedCommand.in(folder).inShell("\"$@\" --help >&-");

        assertThat(closed.exitCode()).isEqualTo(1);
        assertThat(closed.err()).doesNotContainPattern(NOISE);
    }

    /** Within some attempts, as containers make them: a busy machine may need longer than one has patience. */
    private static boolean healthy(PackagedCommand command) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 5; attempt++) {
            if (command.run("healthcheck").exitCode() == 0) {
                return true;
            }
        }
        return false;
    }

    private String loadedBy(String line) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Ended _ = PackagedCommand.in(folder).on("-Xlog:class+load:file=" + log).run(line.split(" "));
        String loaded = Files.readString(log);
        assertThat(loaded).contains("dev.enfilade.bootstrap.cli.EnfiladeCommand");
        return loaded;
    }
}
