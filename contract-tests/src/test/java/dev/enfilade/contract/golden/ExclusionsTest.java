package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExclusionsTest {

    private static final Golden GOLDEN = new Golden("a/b", "Something.", true, Optional.empty(), List.of());
    private static final Outcome AS_RECORDED = new Outcome(List.of(), List.of());
    private static final Outcome DIFFERENT = new Outcome(List.of(new Difference("/a", "1", "2")), List.of());

    @Test
    void listIsReadWithItsReasons() {
        Exclusions exclusions = Exclusions.parse("# comment\n\na/b  for a reason\n");

        assertThat(exclusions.reason(GOLDEN)).hasValue("for a reason");
        assertThat(exclusions.names()).containsExactly("a/b");
    }

    @Test
    void lineWithoutReasonIsRefused() {
        assertThatThrownBy(() -> Exclusions.parse("a/b")).hasMessageContaining("no reason");
    }

    @Test
    void nameListedTwiceIsRefused() {
        assertThatThrownBy(() -> Exclusions.parse("a/b x\na/b y")).hasMessageContaining("twice");
    }

    @Test
    void differenceFailsUnlessItIsExcluded() {
        assertThat(Verdict.of(GOLDEN, DIFFERENT, Optional.empty()))
                .isEqualTo(new Verdict.Failed("a/b: Something.\n  /a: expected 1, got 2"));
        assertThat(Verdict.of(GOLDEN, DIFFERENT, Optional.of("why"))).isEqualTo(new Verdict.Excluded("why"));
    }

    @Test
    void exclusionOfWhatIsRightFails() {
        assertThat(Verdict.of(GOLDEN, AS_RECORDED, Optional.empty())).isEqualTo(new Verdict.Passed());
        assertThat(Verdict.of(GOLDEN, AS_RECORDED, Optional.of("why"))).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void longReportIsCutShort() {
        Difference difference = new Difference("/a", "x".repeat(1000), "2");
        Outcome many = new Outcome(Collections.nCopies(20, difference), List.of());

        assertThat(Verdict.of(GOLDEN, many, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.report())
                                .endsWith("and 12 more")
                                .hasSizeLessThan(3000));
    }
}
