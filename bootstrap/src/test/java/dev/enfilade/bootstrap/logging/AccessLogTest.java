package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
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

    @Test
    @Timeout(60)
    void anOutputThatIsStuckCostsLinesAndNoTime() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        AccessLine line = Lines.of("GET", "/", "id");
        AccessLog log = new AccessLog(new PrintStream(new StuckStream(stuck)), LogFormat.TEXT);

        for (int i = 0; i < 100_000; i++) {
            log.ended(line);
        }

        assertThat(log.dropped()).isPositive();
        stuck.countDown();
        log.close();
    }

    private static final class StuckStream extends OutputStream {
        private final CountDownLatch stuck;

        StuckStream(CountDownLatch stuck) {
            this.stuck = stuck;
        }

        @Override
        public void write(int b) throws IOException {
            try {
                stuck.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }
}
