package dev.enfilade.contract.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "speaks to a POSIX shell")
class CommandTest {

    @TempDir
    Path folder;

    @Test
    void outcomeHoldsBothOutputsAndTheExitCode() throws IOException, InterruptedException {
        Command.Outcome outcome = shell("echo one; echo $TWO >&2; exit 3")
                .withVariable("TWO", "zwei 世")
                .run();

        assertThat(outcome).isEqualTo(new Command.Outcome(3, "one\nzwei 世\n"));
    }

    @Test
    void programThatDoesNotEndIsKilledWithWhatItStarted() throws IOException, InterruptedException {
        Command.Outcome outcome =
                shell("sleep 600 & echo $!; wait").within(Duration.ofSeconds(1)).run();

        assertThat(outcome.exitCode()).isNotZero();
        long child = Long.parseLong(outcome.output().strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    }

    @Test
    void missingProgramIsAnError() {
        assertThatThrownBy(() -> Command.of(folder, "no-such-program-anywhere").run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program-anywhere");
    }

    private Command shell(String script) {
        return Command.of(folder, "sh", "-c", script);
    }
}
