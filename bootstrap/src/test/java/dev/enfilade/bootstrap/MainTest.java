package dev.enfilade.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: it begins, it can be told to end, and it says how it ended. */
class MainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void askedToEndItEndsInOrderWithZero() throws IOException, InterruptedException {
        Process process = start("ENFILADE_DRAIN_DELAY", "demo", "--listen", "127.0.0.1:0");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.lines().anyMatch(line -> line.contains("listening on http://127.0.0.1:")))
                    .isTrue();
            // The process's own destroy() would close what it still has to say.
            process.toHandle().destroy();

            assertThat(err.lines())
                    .anyMatch(line -> line.contains("draining: 0 requests are running"))
                    .anyMatch(line -> line.contains("drained: every request has ended"));
            assertThat(process.waitFor(PATIENCE)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void badCommandLineIsTheExitCode() throws IOException, InterruptedException {
        Process process = start("NOTHING", "no-such-command");

        assertThat(process.waitFor(PATIENCE)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    /** A process that sees one variable, set to 0s, and no other of this machine. */
    private Process start(String variable, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.command().addAll(List.of(args));
        builder.environment().clear();
        builder.environment().put(variable, "0s");
        return builder.directory(folder.toFile()).start();
    }
}
