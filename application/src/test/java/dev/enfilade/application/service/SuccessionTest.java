package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a changed deployment keeps of the one before. */
class SuccessionTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CatalogSettings SETTINGS = CatalogSettings.startedAt(START);
    private static final ModelMap NO_RULES = new ModelMap(List.of());

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();
    private final Backend backend = TestBackends.with("main", () -> counted("plain"));

    @Test
    void theListOfTheSameBackendIsNotLoadedAgain() {
        ModelDirectory former = directory(backend);
        former.warm();

        ModelDirectory next = former.successor(List.of(backend), alias("x", "plain"), SETTINGS, _ -> true);
        next.settle();

        assertThat(target(next, "x")).isEqualTo("plain");
        assertThat(target(next, "plain")).isEqualTo("plain");
        assertThat(loads).hasValue(1);
    }

    @Test
    void theListOfAServerThatIsAskedOtherwiseIsGoodUntilANewerOneHasCome() {
        ModelDirectory former = directory(backend);
        former.warm();
        Backend withOtherKey = TestBackends.with("main", () -> {
            throw TestBackends.down();
        });

        ModelDirectory next = former.successor(List.of(withOtherKey), NO_RULES, SETTINGS, _ -> true);
        next.settle();
        assertThat(target(next, "plain")).isEqualTo("plain");

        Backend withGoodKey = TestBackends.listing("main", "other");
        ModelDirectory last = next.successor(List.of(withGoodKey), NO_RULES, SETTINGS, _ -> true);
        last.settle();
        assertThat(target(last, "other")).isEqualTo("other");
        assertThatThrownBy(() -> last.route(new ModelName("plain"))).isInstanceOf(FailureException.class);
    }

    @Test
    void ofAnotherServerNothingIsKnown() {
        ModelDirectory former = directory(backend);
        former.warm();

        ModelDirectory next =
                former.successor(List.of(TestBackends.listing("main", "other")), NO_RULES, SETTINGS, _ -> false);
        next.settle();

        assertThatThrownBy(() -> next.route(new ModelName("plain"))).isInstanceOf(FailureException.class);
    }

    @Test
    void aShorterTimeMakesTheSameListOld() {
        ModelDirectory former = directory(backend);
        former.warm();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        CatalogSettings brief = new CatalogSettings(
                true, SETTINGS.capabilities(), 1, Duration.ofSeconds(20), SETTINGS.patience(), START);

        former.successor(List.of(backend), NO_RULES, SETTINGS, _ -> true).settle();
        assertThat(loads).hasValue(1);
        former.successor(List.of(backend), NO_RULES, brief, _ -> true).settle();
        assertThat(loads).hasValue(2);
    }

    @Test
    void modelsStayLoadedAndNewOnesAreHeldForTheNewTime() {
        ModelDirectory directory = directory(backend);
        RunningModels former = new RunningModels(directory, new KeepAlive.For(Duration.ofMinutes(5)), () -> START);
        former.hold(new ModelName("plain"), new KeepAlive.Default());

        RunningModels next = former.successor(directory, new KeepAlive.None(), _ -> true);
        assertThat(next.running()).hasSize(1);
        next.hold(new ModelName("plain"), new KeepAlive.Default());

        assertThat(next.running()).isEmpty();
        assertThat(former.running()).isEmpty();
        former.hold(new ModelName("plain"), new KeepAlive.Default());
        assertThat(former.successor(directory, new KeepAlive.None(), _ -> false).running())
                .isEmpty();
    }

    private ModelDirectory directory(Backend only) {
        return new ModelDirectory(List.of(only), NO_RULES, SETTINGS, nanos::get, Runnable::run);
    }

    private List<ListedModel> counted(String id) {
        loads.incrementAndGet();
        return TestBackends.models(id);
    }

    private static ModelMap alias(String name, String target) {
        return new ModelMap(
                List.of(new ModelRule(name, Optional.empty(), Optional.of(target), ModelTraits.UNKNOWN, false)));
    }

    private static String target(ModelDirectory directory, String asked) {
        return directory.route(new ModelName(asked)).target().value();
    }
}
