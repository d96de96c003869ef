package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.catalog.RunningModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunningModelsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final CardMaker cards = new CardMaker(CatalogSettings.startedAt(NOW));
    private final RunningModels models = new RunningModels(
            name -> cards.card(new ModelName(name.key()), name.key(), ModelTraits.UNKNOWN, Optional.empty()),
            new KeepAlive.For(Duration.ofMinutes(5)),
            now::get);

    @Test
    void aModelCountsAsLoadedUntilItsTimeIsOver() {
        models.hold(new ModelName("a"), new KeepAlive.Default());
        assertThat(models.running()).extracting(RunningModel::expires).containsExactly(NOW.plusSeconds(300));

        now.set(NOW.plusSeconds(300));
        assertThat(models.running()).isEmpty();
    }

    @Test
    void theLongestRemainingComesFirst() {
        models.hold(new ModelName("short"), new KeepAlive.For(Duration.ofSeconds(1)));
        models.hold(new ModelName("ever"), new KeepAlive.Forever());
        models.hold(new ModelName("usual"), new KeepAlive.Default());

        assertThat(models.running()).extracting(m -> m.card().name().value()).containsExactly("ever", "usual", "short");
    }

    @Test
    void unloadingForgetsTheModelUnderAnyOfItsNames() {
        models.hold(new ModelName("A:latest"), new KeepAlive.Default());
        models.hold(new ModelName("a"), new KeepAlive.None());

        assertThat(models.running()).isEmpty();
    }
}
