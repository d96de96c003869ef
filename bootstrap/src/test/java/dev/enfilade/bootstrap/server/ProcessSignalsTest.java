package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ProcessSignalsTest {

    private Process program;
    private BufferedReader output;

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        program = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), SignalledProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = program.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
    }

    @AfterEach
    void stop() {
        program.destroyForcibly();
    }

    @ParameterizedTest
    @CsvSource({"TERM", "INT"})
    void theFirstSignalTakesTheProcessOutInOrder(String name) throws Exception {
        signal(name);
        assertThat(output.readLine()).isEqualTo("leaving");

        program.getOutputStream().close();

        assertThat(exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"TERM, TERM, 143", "TERM, INT, 130", "INT, INT, 130"})
    void theSecondSignalEndsItAtOnce(String first, String second, int code) throws Exception {
        signal(first);
        assertThat(output.readLine()).isEqualTo("leaving");

        signal(second);

        assertThat(output.readLine()).isEqualTo("cut short");
        assertThat(exitCode()).isEqualTo(code);
    }

    @Test
    void hangUpReloadsAsOftenAsItComesAndEndsNothing() throws Exception {
        for (int time = 0; time < 3; time++) {
            signal("HUP");
            assertThat(output.readLine()).isEqualTo("reloading");
        }

        signal("TERM");
        assertThat(output.readLine()).isEqualTo("leaving");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(program.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private int exitCode() throws InterruptedException {
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return program.exitValue();
    }
}
