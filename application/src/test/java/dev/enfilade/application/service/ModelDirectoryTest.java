package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDirectoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @CsvSource({
        "exact,        gpt-4o-mini", // an exact name
        "EXACT:latest, gpt-4o-mini", // in any case, with the default tag
        "qwen3:8b,     by-glob", // a glob
        "qwen3:8b-q4,  by-longer-glob", // the longer literal prefix wins
        "qwen3,        by-glob", // the default tag is there although nobody wrote it
        "Plain:latest, plain", // the backend's own id, spelled as the backend spells it
        "acme/x,       Acme/X",
        "plain:local,  plain", // the mark of a model that is not in Ollama's cloud
        "acme/x:latest:Local, Acme/X",
        "exact:local,  gpt-4o-mini",
        "qwen3:local,  by-glob",
        "unknown:local, fallback",
        "unknown,      fallback",
    })
    void aNameLeadsToTheMostSpecificRuleThenToTheListThenToTheDefault(String asked, String target) {
        ModelDirectory directory = directory(
                List.of(TestBackends.listing("main", "plain", "Acme/X", "exact", "qwen3:8b")),
                rule("default", "fallback"),
                rule("qwen3:*", "by-glob"),
                rule("qwen3:8b-*", "by-longer-glob"),
                rule("exact", "gpt-4o-mini"));

        assertThat(directory.route(new ModelName(asked)).target().value()).isEqualTo(target);
    }

    @Test
    void aNameThatNothingKnowsIsNotFoundAsItWasAsked() {
        ModelDirectory directory = directory(List.of(TestBackends.listing("main", "plain")));

        assertThatThrownBy(() -> directory.route(new ModelName("Nope:7b")))
                .isInstanceOf(FailureException.class)
                .hasMessage("model 'Nope:7b' not found");
        assertThat(directory.known(new ModelName("Nope:7b"))).isEmpty();
    }

    @Test
    void withoutAnyListNamesPassThroughWithoutTheDefaultTag() {
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> {
            throw TestBackends.down();
        })));

        ModelRoute route = directory.route(new ModelName("some-model:latest"));

        assertThat(route.target().value()).isEqualTo("some-model");
        assertThat(route.card().capabilities().lacks(Capability.THINKING)).isFalse();
    }

    @Test
    void aModelThatAppearedLaterIsFoundByOneRefresh() {
        AtomicLong loads = new AtomicLong();
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> {
            return loads.incrementAndGet() == 1 ? TestBackends.models("old") : TestBackends.models("old", "new");
        })));
        directory.route(new ModelName("old"));
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(directory.route(new ModelName("new")).target().value()).isEqualTo("new");
        assertThat(loads).hasValue(2);
    }

    @Test
    void missesAskTheBackendAtMostOnceASecond() {
        AtomicLong loads = new AtomicLong();
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> {
            loads.incrementAndGet();
            return TestBackends.models("a");
        })));
        for (int i = 0; i < 10; i++) {
            assertThat(directory.known(new ModelName("missing"))).isEmpty();
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void theSecondBackendServesWhatOnlyItLists() {
        ModelDirectory directory =
                directory(List.of(TestBackends.listing("one", "a"), TestBackends.listing("two", "b")));

        assertThat(directory.route(new ModelName("b")).backend().name()).isEqualTo("two");
    }

    @Test
    void theListingHasConfiguredNamesFirstAndEveryNameOnce() {
        ModelDirectory directory = directory(
                List.of(TestBackends.listing("main", "b", "alias", "hidden-one")),
                rule("alias", "b"),
                rule("glob*", "b"),
                rule("default", "b"),
                new ModelRule("hidden-one", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN, true));

        assertThat(directory.list().models())
                .extracting(card -> card.name().value())
                .containsExactly("alias", "b");
    }

    @Test
    void theLastListServesWhileTheBackendIsDown() {
        AtomicLong loads = new AtomicLong();
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> {
            if (loads.incrementAndGet() > 1) {
                throw TestBackends.down();
            }
            return TestBackends.models("kept");
        })));
        directory.list();
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(directory.list().models()).hasSize(1);
        assertThat(directory.route(new ModelName("kept")).target().value()).isEqualTo("kept");
    }

    @Test
    void aListThatNeverCameIsAFailure() {
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> {
            throw TestBackends.down();
        })));

        assertThatThrownBy(directory::list).hasMessage("upstream unreachable");
    }

    @Test
    void settingsOverrideTheBackendWhichOverridesTheNameWhichOverridesDefaults() {
        ModelTraits stated = new ModelTraits(
                Optional.of(List.of(Capability.COMPLETION)),
                OptionalInt.of(4096),
                OptionalInt.empty(),
                Optional.of("special"),
                Optional.empty(),
                Optional.empty());
        ModelTraits listed = new ModelTraits(
                Optional.empty(),
                OptionalInt.of(9999),
                OptionalInt.of(64),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Q8_0"));
        ModelDirectory directory = directory(
                List.of(TestBackends.with(
                        "main",
                        () -> List.of(
                                new ListedModel("qwen3-8b", Optional.of(Instant.EPOCH), Optional.of("them"), listed)))),
                new ModelRule("x", Optional.empty(), Optional.of("qwen3-8b"), stated, false));

        ModelCard card = directory.describe(new ModelName("x"));

        assertThat(card.name().value()).isEqualTo("x");
        assertThat(card.contextLength()).isEqualTo(4096);
        assertThat(card.embeddingLength()).hasValue(64);
        assertThat(card.details().family()).isEqualTo("special");
        assertThat(card.details().parameterSize()).isEqualTo("8B");
        assertThat(card.details().quantization()).isEqualTo("Q8_0");
        assertThat(card.owner()).isEqualTo("them");
        assertThat(card.capabilities().lacks(Capability.TOOLS)).isTrue();
    }

    private ModelDirectory directory(List<Backend> backends, ModelRule... rules) {
        return new ModelDirectory(
                backends, new ModelMap(List.of(rules)), CatalogSettings.startedAt(START), nanos::get, Runnable::run);
    }

    private static ModelRule rule(String pattern, String target) {
        return new ModelRule(pattern, Optional.empty(), Optional.of(target), ModelTraits.UNKNOWN, false);
    }
}
