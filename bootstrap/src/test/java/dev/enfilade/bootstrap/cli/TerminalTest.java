package dev.enfilade.bootstrap.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.check.Finding;
import dev.enfilade.bootstrap.check.StepReport;
import dev.enfilade.bootstrap.check.StepStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void coloursAndSymbolsAreForTerminalsThatHaveThem() {
        assertThat(Terminal.described(Map.of("TERM", "xterm", "COLUMNS", "120"), UTF_8))
                .isEqualTo(new Terminal(true, true, 120));
        assertThat(Terminal.described(Map.of("NO_COLOR", "1"), UTF_8)).isEqualTo(new Terminal(false, true, 80));
        assertThat(Terminal.described(Map.of("TERM", "dumb"), UTF_8)).isEqualTo(new Terminal(false, false, 80));
        assertThat(Terminal.described(Map.of("NO_COLOR", "", "COLUMNS", "wide"), ISO_8859_1))
                .isEqualTo(new Terminal(true, false, 80));
    }

    @Test
    void terminalsShowTheMarkInColour() {
        assertThat(line(new Terminal(true, true, 80))).startsWith("\u001b[31m\u2717 FAILED  \u001b[0mtls ");
        assertThat(line(Terminal.NONE)).startsWith("FAILED    tls ");
    }

    private static String line(Terminal terminal) {
        StringWriter out = new StringWriter();
        Finding failed = new Finding(StepStatus.FAILED, "no agreement", Optional.empty(), Optional.empty());
        new CheckText(new PrintWriter(out, true), terminal)
                .accept(new StepReport("tls", Optional.empty(), failed, Duration.ZERO));
        return out.toString();
    }
}
