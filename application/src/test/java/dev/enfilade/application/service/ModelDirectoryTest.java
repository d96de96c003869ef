package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.failure.Failure;
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
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "exact,       true", // a setting
        "by-glob,     true", // what a setting leads to
        "fallback,    true",
        "plain,       true", // listed
        "qwen3:other, false", // a glob takes it, but clients could write anything there
        "unknown,     false",
    })
    void onlyNamesOfSettingsAndListsAreHeld(String name, boolean held) {
        ModelDirectory directory = directory(
                List.of(TestBackends.listing("main", "plain")),
                rule("default", "fallback"),
                rule("qwen3:*", "by-glob"),
                rule("exact", "gpt-4o-mini"));
        directory.list();

        assertThat(directory.holds(name)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "library/*,                   llama3:8b,         true",
        "library/*,                   LIBRARY/llama3,    true",
        "library/*,                   acme/x,            false",
        "Library/Qwen*,               qwen3,             true",
        "registry.ollama.ai/acme/*,   acme/x,            true",
        "registry.ollama.ai/*,        a.example/acme/x,  false",
        "acme/*,                      ACME/X:7b,         true",
        "acme/*,                      x,                 false",
        "*:latest,                    plain,             true",
        "*:latest,                    plain:7b,          false",
        "qwen3:*,                     qwen3,             true",
        "a+(b)*,                      a+(b)c,            true",
        "a.c*,                        abc,               false",
    })
    void aGlobMayBeWrittenInEachWayInWhichNamesAre(String pattern, String asked, boolean matches) {
        ModelDirectory directory = directory(List.of(TestBackends.listing("main")), rule(pattern, "target"));

        assertThat(directory.known(new ModelName(asked)).isPresent()).isEqualTo(matches);
    }

    @Test
    void ofGlobsTheLongestLiteralPrefixCountsThenTheOneThatFixesMore() {
        ModelDirectory directory = directory(
                List.of(TestBackends.listing("main")),
                rule("*", "any"),
                rule("*-chat", "chat"),
                rule("library/*", "library"),
                rule("qwen*", "qwen"),
                rule("library/qwen3*", "qwen3"));

        assertThat(target(directory, "x")).isEqualTo("any");
        assertThat(target(directory, "a/b-chat")).isEqualTo("chat");
        assertThat(target(directory, "qwen2:7b")).isEqualTo("qwen");
        assertThat(target(directory, "qwen3:7b")).isEqualTo("qwen3");
    }

    @Test
    void aRuleWithoutTargetLeadsToItsOwnNameAndAGlobToTheAskedOne() {
        ModelDirectory directory = directory(
                List.of(TestBackends.listing("main", "Other")),
                new ModelRule("Plain", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN, false),
                new ModelRule("acme/*", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN, false));

        assertThat(target(directory, "PLAIN:latest")).isEqualTo("Plain");
        assertThat(target(directory, "acme/X:latest")).isEqualTo("acme/X");
    }

    @ParameterizedTest
    @CsvSource({
        "lab/talker:free,   lab/talker:free",
        "LAB/talker:Nitro,  lab/talker:Nitro",
        "lab/talker:latest, lab/talker",
        "alias,             lab/talker:online",
    })
    void aVariantOfAListedModelPassesWhereTheBackendHasSuch(String asked, String target) {
        ListedModel talker =
                new ListedModel("lab/talker", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN, true);
        ModelDirectory directory = directory(
                List.of(TestBackends.with("main", () -> List.of(talker))), rule("alias", "lab/talker:online"));

        assertThat(target(directory, asked)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain:free", "lab/talker:", "lab:x/talker", ":free"})
    void otherTagsAreNoVariants(String asked) {
        ListedModel talker =
                new ListedModel("lab/talker", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN, true);
        ListedModel plain = new ListedModel("plain", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN);
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> List.of(talker, plain))));

        assertThat(directory.known(new ModelName(asked))).isEmpty();
    }

    @Test
    void ofIdsThatDifferInCaseOnlyTheOneThatWasWrittenIsMeant() {
        ModelDirectory directory = directory(List.of(TestBackends.listing("main", "Foo", "foo")));

        assertThat(target(directory, "foo")).isEqualTo("foo");
        assertThat(target(directory, "FOO")).isEqualTo("Foo");
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

    @ParameterizedTest
    @CsvSource({"400, 502", "404, 502", "401, 502", "500, 500", "503, 503"})
    void aListThatIsRefusedIsNoFaultOfTheClient(int status, int told) {
        ModelDirectory directory = directory(List.of(TestBackends.with("main", () -> {
            throw new FailureException(new Failure.Refused(status, "not here", Optional.empty(), Optional.of("c")));
        })));

        assertThatThrownBy(directory::list)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        thrown -> assertThat(thrown.failure())
                                .isEqualTo(new Failure.Refused(told, "not here", Optional.empty(), Optional.of("c"))));
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

    private static String target(ModelDirectory directory, String asked) {
        return directory.route(new ModelName(asked)).target().value();
    }

    private ModelDirectory directory(List<Backend> backends, ModelRule... rules) {
        return new ModelDirectory(
                backends, new ModelMap(List.of(rules)), CatalogSettings.startedAt(START), nanos::get, Runnable::run);
    }

    private static ModelRule rule(String pattern, String target) {
        return new ModelRule(pattern, Optional.empty(), Optional.of(target), ModelTraits.UNKNOWN, false);
    }
}
