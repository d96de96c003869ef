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
import org.junit.jupiter.api.Test;

class CatalogProbeTest {

    private static final List<ListedModel> MODELS =
            List.of(new ListedModel("a", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN));

    private final AtomicLong time = new AtomicLong();
    private boolean reachable = true;
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

    private List<ListedModel> answer() {
        if (!reachable) {
            throw new FailureException(new Failure.BackendUnavailable());
        }
        time.addAndGet(Duration.ofMillis(7).toNanos());
        return MODELS;
    }
}
