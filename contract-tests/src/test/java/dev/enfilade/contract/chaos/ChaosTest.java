package dev.enfilade.contract.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever backends and clients do, by the thousand: nothing is lost silently, invented, told twice or left open.
 *
 * <p>{@code -Dchaos.streams=1000000 -Dchaos.seed=7} makes it longer or other.
 */
class ChaosTest {

    private static final int STREAMS = Integer.getInteger("chaos.streams", 20_000);
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final PrintStream OUT = System.out;

    private static Theatre theatre;

    @BeforeAll
    static void open() throws Exception {
        theatre = Theatre.open();
    }

    @AfterAll
    static void close() throws Exception {
        theatre.close();
    }

    @Test
    void everyFaultedStreamEndsInTheTruth() throws Exception {
        theatre.chaos().run(500, index -> Plans.of(-SEED, index));
        int warmUp = theatre.awaitLines(500);
        Leftovers before = Leftovers.of(theatre.product().process());
        long start = System.nanoTime();

        List<Finding> findings = theatre.chaos().run(STREAMS, index -> Plans.of(SEED, index));

        double seconds = (System.nanoTime() - start) / 1e9;
        OUT.printf("%d streams, seed %d, %d went wrong, %.1f s%n", STREAMS, SEED, findings.size(), seconds);
        findings.forEach(finding -> OUT.println(finding.index() + " " + finding.complaints() + " " + finding.plan()));
        assertThat(findings.size())
                .as(() -> "seed " + SEED + ": " + Report.of(findings, theatre.chaos()))
                .isZero();
        assertThat(theatre.awaitLines(warmUp + STREAMS))
                .as("I9: lines of the log, %s", theatre.product().log().outcomes())
                .isEqualTo(warmUp + STREAMS);
        assertThat(theatre.product().log().outcomes()).doesNotContainKey("internal");
        assertThat(before.hasComeBack(theatre.product()))
                .as("I6: more than %s is left", before)
                .isTrue();
    }

    static Stream<String> plansThatFailedOnce() throws IOException {
        try (InputStream plans = Objects.requireNonNull(ChaosTest.class.getResourceAsStream("/chaos/plans.jsonl"))) {
            return new String(plans.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plansThatFailedOnce")
    void whatFailedOnceNoLongerDoes(String plan) throws Exception {
        assertThat(theatre.chaos().play(0, new ObjectMapper().readValue(plan, Plan.class)))
                .isEmpty();
    }
}
