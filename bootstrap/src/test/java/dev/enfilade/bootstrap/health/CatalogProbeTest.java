package dev.enfilade.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogProbeTest {

    private static final List<ListedModel> MODELS =
            List.of(new ListedModel("a", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN));

    private static final Evidence LISTS = (_, listed, _) -> listed;

    private final AtomicLong time = new AtomicLong();
    private boolean reachable = true;
    private Failure failure = new Failure.BackendUnavailable();
    private final CatalogProbe probe = new CatalogProbe("main", this::answer, time::get);

    @Test
    void backendThatWasNeverAskedIsNotUp() {
        assertThat(probe.health((_, listed, _) -> listed))
                .isEqualTo(new BackendHealth("main", false, OptionalLong.empty(), 0));
    }

    @Test
    void answerIsPassedOnAndRemembered() {
        assertThat(probe.models()).isEqualTo(MODELS);

        assertThat(probe.health((_, listed, _) -> listed))
                .isEqualTo(new BackendHealth("main", true, OptionalLong.of(7), 1));
    }

    @Test
    void failureIsPassedOnAndRemembered() {
        probe.models();
        reachable = false;

        assertThatThrownBy(probe::models).isInstanceOf(FailureException.class);
        assertThat(probe.health((_, listed, _) -> listed))
                .isEqualTo(new BackendHealth("main", false, OptionalLong.of(7), 1));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.BackendUnavailable(), true),
                Arguments.of(new Failure.Refused(503, "starting", Optional.empty(), Optional.empty()), true),
                Arguments.of(new Failure.Broken(Failure.Flaw.CUT), true),
                Arguments.of(new Failure.Refused(404, "no", Optional.empty(), Optional.empty()), false),
                Arguments.of(new Failure.Redirected(307, Optional.empty(), Optional.empty()), false),
                Arguments.of(new Failure.BackendDenied(), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyWhatMayPassIsWorthAnotherLook(Failure why, boolean worth) {
        assertThat(probe.mayRecover(LISTS)).as("never asked").isFalse();
        failure = why;
        reachable = false;

        assertThatThrownBy(probe::models).isInstanceOf(FailureException.class);

        assertThat(probe.mayRecover(LISTS)).isEqualTo(worth);
        assertThat(probe.mayRecover((_, _, _) -> true))
                .as("calls say that it is up")
                .isFalse();
        assertThat(probe.mayRecover((_, _, _) -> false))
                .as("calls fail, whatever it lists")
                .isFalse();
        reachable = true;
        probe.models();
        assertThat(probe.mayRecover(LISTS)).isFalse();
    }

    @Test
    void backendThatACallHasMissedIsWorthALook() {
        probe.models();
        long missed = time.incrementAndGet();
        time.incrementAndGet();

        assertThat(probe.mayRecover((_, listed, at) -> listed && at > missed)).isTrue();
    }

    private List<ListedModel> answer() {
        if (!reachable) {
            throw new FailureException(failure);
        }
        time.addAndGet(Duration.ofMillis(7).toNanos());
        return MODELS;
    }
}
