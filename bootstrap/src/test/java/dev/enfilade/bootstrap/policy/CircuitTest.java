package dev.enfilade.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.policy.Circuit.Entry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Circuit circuit = new Circuit(CircuitSettings.DEFAULT, nanos::get);

    @Test
    void fiveFailuresInARowOpenIt() {
        fail(4);
        assertThat(circuit.enter()).isEqualTo(Entry.FREE);
        circuit.leave(Entry.FREE, Verdict.REFUSED);

        assertThat(circuit.enter()).isEqualTo(Entry.REFUSED);
    }

    @Test
    void oneGoodAnswerAmongThemKeepsItClosed() {
        fail(4);
        circuit.leave(circuit.enter(), Verdict.ANSWERED);
        fail(4);

        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void whatIsNotTheBackendsDoingCountsNeitherWay() {
        fail(4);
        circuit.leave(circuit.enter(), Verdict.ELSEWHERE);
        circuit.leave(circuit.enter(), Verdict.CROWDED);
        fail(1);

        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void afterAWhileOneProbeAtATimeMayPass() {
        fail(5);
        pass(Duration.ofSeconds(5).minusNanos(1));
        assertThat(circuit.enter()).isEqualTo(Entry.REFUSED);

        pass(Duration.ofNanos(1));
        assertThat(circuit.enter()).isEqualTo(Entry.PROBE);
        assertThat(circuit.enter()).isEqualTo(Entry.REFUSED);
    }

    @Test
    void threeGoodProbesCloseIt() {
        fail(5);
        pass(Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            assertThat(circuit.isOpen()).isTrue();
            assertThat(circuit.enter()).isEqualTo(Entry.PROBE);
            circuit.leave(Entry.PROBE, Verdict.ANSWERED);
        }

        assertThat(circuit.enter()).isEqualTo(Entry.FREE);
    }

    @Test
    void vainProbesDoubleTheWaitUpToAMinute() {
        fail(5);
        for (int seconds : new int[] {5, 10, 20, 40, 60, 60}) {
            pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(circuit.enter()).as("%d s", seconds).isEqualTo(Entry.REFUSED);
            pass(Duration.ofNanos(1));
            assertThat(circuit.enter()).as("%d s", seconds).isEqualTo(Entry.PROBE);
            circuit.leave(Entry.PROBE, Verdict.UNREACHED);
        }
    }

    @Test
    void aProbeThatWasCancelledMakesRoomForTheNext() {
        fail(5);
        pass(Duration.ofSeconds(5));
        circuit.leave(circuit.enter(), Verdict.ELSEWHERE);

        assertThat(circuit.enter()).isEqualTo(Entry.PROBE);
    }

    @Test
    void theLastResortIsAlwaysAsked() {
        fail(5);

        assertThat(circuit.enterAsLastResort()).isEqualTo(Entry.LAST_RESORT);
        circuit.leave(Entry.LAST_RESORT, Verdict.REFUSED);
        assertThat(circuit.enterAsLastResort()).isEqualTo(Entry.LAST_RESORT);
    }

    @Test
    void aLastResortThatHangsIsAskedTwiceASecondOnly() {
        for (int i = 0; i < 5; i++) {
            circuit.leave(circuit.enter(), Verdict.OUT_OF_REACH);
        }
        assertThat(circuit.enterAsLastResort()).isEqualTo(Entry.LAST_RESORT);
        assertThat(circuit.enterAsLastResort()).isEqualTo(Entry.REFUSED);

        pass(Duration.ofMillis(500));
        assertThat(circuit.enterAsLastResort()).isEqualTo(Entry.LAST_RESORT);
    }

    @Test
    void aBackendIsUpByWhatWasSeenLast() {
        long listed = nanos.get();
        assertThat(circuit.isUp(false, listed)).isFalse();
        assertThat(circuit.isUp(true, listed)).isTrue();

        pass(Duration.ofSeconds(1));
        circuit.leave(circuit.enter(), Verdict.ANSWERED);
        assertThat(circuit.isUp(false, listed)).isTrue();
        assertThat(circuit.isUp(false, nanos.get() + 1)).isFalse();

        fail(5);
        assertThat(circuit.isUp(true, nanos.get())).isFalse();
        circuit.leave(circuit.enterAsLastResort(), Verdict.ANSWERED);
        assertThat(circuit.isUp(false, listed)).isTrue();
    }

    @Test
    void aBackendThatCannotBeReachedIsDownUntilItIsSeenAgain() {
        long listed = nanos.get();
        pass(Duration.ofSeconds(1));
        circuit.leave(circuit.enter(), Verdict.REFUSED);
        assertThat(circuit.isUp(true, listed)).as("it answered").isTrue();

        fail(1);
        assertThat(circuit.isUp(true, listed)).isFalse();
        assertThat(circuit.isUp(true, nanos.get() + 1)).as("listed since").isTrue();

        circuit.leave(circuit.enter(), Verdict.OUT_OF_REACH);
        assertThat(circuit.isUp(true, listed)).isFalse();
        circuit.leave(circuit.enter(), Verdict.ANSWERED);
        assertThat(circuit.isUp(true, listed)).isTrue();
    }

    @Test
    void aListSaysThatAnOpenCircuitIsBackOnlyIfTheBackendWasMissed() {
        fail(5);
        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.isUp(true, nanos.get() + 1))
                .as("missed, and listed since")
                .isTrue();

        for (int i = 0; i < 5; i++) {
            circuit.leave(circuit.enterAsLastResort(), Verdict.REFUSED);
        }
        assertThat(circuit.isUp(true, nanos.get() + 1))
                .as("refuses calls, and lists")
                .isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.leave(circuit.enter(), Verdict.UNREACHED);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
