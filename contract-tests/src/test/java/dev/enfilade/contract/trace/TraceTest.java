package dev.enfilade.contract.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.golden.Deployment;
import dev.enfilade.contract.golden.Golden;
import dev.enfilade.contract.golden.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client gets what it reads, in its own order of calls, from the packaged product. */
class TraceTest {

    private static Deployment deployment;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        deployment = Deployment.startForPages(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        deployment.close();
    }

    static List<Golden> traces() throws IOException {
        return Traces.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void getsWhatItReads(Golden trace) {
        Outcome outcome = deployment.replay(trace);

        assertThat(outcome.differences())
                .as("%s: %s%n%s", trace.name(), trace.about(), deployment.log())
                .isEmpty();
    }
}
