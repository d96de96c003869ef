package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AccessLogTest {

    @Test
    @Timeout(60)
    void aLineOnStandardErrorBeginsWithItsTimeAndIsNotLostAtTheEnd() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), LoggedProgram.class.getName())
                .start();

        try (BufferedReader errors = program.errorReader();
                BufferedReader output = program.inputReader()) {
            assertThat(errors.readAllAsString())
                    .matches(
                            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z GET /livez 200 complete 34ms id=id-1\n");
            assertThat(output.readAllAsString()).isEmpty();
        }
    }
}
