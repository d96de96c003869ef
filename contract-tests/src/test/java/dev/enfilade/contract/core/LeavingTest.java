package dev.enfilade.contract.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged product, told to end while it has streams of every age. */
@Timeout(120)
class LeavingTest {

    private static final int STREAMS = 60;

    @Test
    void noStreamIsCutBeItWithoutAHeadAndThenTheProcessEnds() throws Exception {
        try (Deployment deployment = Deployment.with("drain: {delay: 5s}\n")) {
            Leaving.Seen seen = new Leaving(deployment).with(STREAMS);

            assertThat(seen.readiness()).as("the probe, which is served still").isEqualTo("503 shutting down");
            assertThat(seen.answers()).hasSize(STREAMS).allMatch(Leaving.Seen::isWhole);
            assertThat(deployment.product().exitCode()).isZero();
        }
    }
}
