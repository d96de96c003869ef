package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd, and the configuration that is shipped with it. */
class ServiceUnitTest {

    private static final Path UNIT = Packaging.PROJECT.resolve("packaging/systemd/enfilade.service");
    private static final Path CONFIGURATION = Packaging.PROJECT.resolve("packaging/deb/enfilade.yaml");

    @TempDir
    private Path folder;

    @Test
    void systemdUnderstandsEveryLine() throws IOException, InterruptedException {
        Packaging.need("systemd-analyze");
        // The program is not installed on this machine.
        Path unit = Files.writeString(
                folder.resolve("enfilade.service"), Files.readString(UNIT).replace("/usr/bin/enfilade", "/bin/true"));

        assertThat(Command.of(folder, "systemd-analyze", "verify", unit.toString())
                        .run())
                .isEqualTo(new Command.Outcome(0, ""));
    }

    @Test
    void systemdFindsLittleToWhichItIsExposed() throws IOException, InterruptedException {
        Packaging.need("systemd-analyze");

        Command.Outcome outcome = Command.of(
                        folder, "systemd-analyze", "security", "--offline=true", "--threshold=20", UNIT.toString())
                .run();

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @Test
    void shippedConfigurationReadsTheKeyThatSystemdHandsOver() throws IOException {
        Files.writeString(folder.resolve("backend-key"), "sk-none\n");
        assertThat(value("LoadCredential")).startsWith("backend-key:/etc/enfilade/");

        Settings settings = shipped();

        assertThat(settings.listen()).hasToString("127.0.0.1:11434");
        assertThat(settings.backends()).singleElement().hasFieldOrPropertyWithValue("name", "main");
    }

    @Test
    void itIsStoppedOnlyAfterTheDrain() throws IOException {
        Files.writeString(folder.resolve("backend-key"), "sk-none\n");
        Settings.Drain drain = shipped().drain();

        assertThat(Long.parseLong(value("TimeoutStopSec")))
                .isGreaterThan(drain.delay().plus(drain.timeout()).toSeconds());
    }

    @Test
    void itIsNotStartedAgainWhereThatWouldNotHelp() throws IOException {
        assertThat(value("Restart")).isEqualTo("on-failure");
        assertThat(value("RestartPreventExitStatus").split(" ", -1)).containsExactlyInAnyOrder("2", "78");
        assertThat(value("SuccessExitStatus")).isEqualTo("143");
    }

    @Test
    void itRunsWhatThePackageInstalls() throws IOException {
        assertThat(value("ExecStart")).isEqualTo("/usr/bin/enfilade serve --config /etc/enfilade/enfilade.yaml");
        assertThat(Files.readString(Packaging.PROJECT.resolve("packaging/deb/build")))
                .contains("$tree/usr/bin/enfilade\"", "\"$tree/etc/enfilade\"");
    }

    private Settings shipped() {
        Map<String, String> variables = Map.of("CREDENTIALS_DIRECTORY", folder.toString());
        return new ConfigLoader(new Surroundings(variables, folder, folder))
                .load(Optional.of(CONFIGURATION), List.of())
                .settings();
    }

    private static String value(String key) throws IOException {
        return Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
