package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.ValueShape;
import dev.enfilade.application.policy.Way;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final List<Backend> BACKENDS = List.of(
            TestBackends.listing("a", "big", "small"),
            TestBackends.listing("b", "Big", "other"),
            TestBackends.listing("c", "tiny"));
    private static final List<String> TO_A = List.of("a big", "b Big", "c tiny");
    private static final List<String> TO_B = List.of("b Big", "a big", "c tiny");

    /** Config order decides until a test says otherwise. */
    private Balance balance = new Balance(Map.of("b", 0, "c", 0));

    @Test
    void otherBackendsWithTheModelComeBeforeTheModelsThatStepIn() {
        Routes routes = routes(Map.of(name("big"), List.of(name("tiny"), name("small"))));

        assertThat(ways(routes, "BIG:latest")).containsExactly("a big", "b Big", "c tiny", "a small");
    }

    @Test
    void aFallbackMayBeSetForTheBackendsNameOfAModel() {
        Routes routes = routes(Map.of(name("small"), List.of(name("tiny"))), rule("alias", Optional.empty(), "small"));

        assertThat(ways(routes, "alias")).containsExactly("a small", "c tiny");
    }

    @Test
    void aFallbackForTheAskedNameGoesBeforeOneForItsTarget() {
        Routes routes = routes(
                Map.of(name("small"), List.of(name("tiny")), name("alias"), List.of(name("other"))),
                rule("alias", Optional.empty(), "small"));

        assertThat(ways(routes, "alias")).containsExactly("a small", "b other");
    }

    @Test
    void aNameThatIsBoundToItsBackendGoesToNoOther() {
        Routes routes = routes(Map.of(), rule("mine", Optional.of("b"), "Big"));

        assertThat(ways(routes, "mine")).containsExactly("b Big");
    }

    @Test
    void callsAreSpreadByWeightAndTheOthersStepInInTheirOrder() {
        balance = new Balance(Map.of("a", 1, "b", 3));
        Routes routes = routes(Map.of(name("big"), List.of(name("tiny"))));

        assertThat(Stream.generate(() -> ways(routes, "big")).limit(8))
                .containsExactly(TO_B, TO_A, TO_B, TO_B, TO_B, TO_A, TO_B, TO_B);
    }

    @Test
    void aNameOfOursIsSpreadAsWellUnlessItNamesItsBackend() {
        balance = new Balance(Map.of("a", 0));
        Routes routes =
                routes(Map.of(), rule("alias", Optional.empty(), "big"), rule("bound", Optional.of("a"), "big"));

        assertThat(ways(routes, "alias")).containsExactly("b Big", "a big");
        assertThat(ways(routes, "bound")).containsExactly("a big");
    }

    @Test
    void whatIsSetForANameHoldsWhereverItLeads() {
        balance = new Balance(Map.of("a", 0));
        ModelTraits traits = new ModelTraits(
                Optional.of(List.of(Capability.THINKING)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Routes routes = routes(Map.of(), new ModelRule("alias", Optional.empty(), Optional.of("big"), traits, false));

        ModelRoute first = routes.of(name("alias")).first();
        assertThat(first.backend().name()).isEqualTo("b");
        assertThat(first.card().capabilities().has(Capability.THINKING)).isTrue();
        assertThat(first.card().name()).isEqualTo(name("alias"));
    }

    @Test
    void aModelThatStepsInButIsNowhereIsPassedOver() {
        Routes routes = routes(Map.of(name("small"), List.of(name("gone"), name("tiny"))));

        assertThat(ways(routes, "small")).containsExactly("a small", "c tiny");
    }

    @Test
    void anUnknownNameGoesToTheFirstBackendAsItIsAndHasFallbacksToo() {
        Routes routes = routes(Map.of(name("odd"), List.of(name("tiny"))));

        assertThat(routes.known(name("Odd:latest"))).isEmpty();
        assertThat(ways(routes.unknown(name("Odd:latest")))).containsExactly("a Odd:latest", "c tiny");
    }

    private static List<String> ways(Routes routes, String asked) {
        return ways(routes.of(name(asked)));
    }

    /** The ways in their order; each one's work tells where it leads. */
    private static List<String> ways(Routes.Found found) {
        Call<String> call = found.call(
                Repeat.IF_REFUSED,
                new ValueShape<>(),
                route -> route.backend().name() + " " + route.target().value());
        assertThat(call.others().get())
                .allSatisfy(way -> assertThat(way.work().get()).isEqualTo(way.backend() + " " + way.model()));
        return Stream.concat(Stream.of(call.first()), call.others().get().stream())
                .map(Way::work)
                .map(Supplier::get)
                .toList();
    }

    private Routes routes(Map<ModelName, List<ModelName>> fallbacks, ModelRule... rules) {
        ModelDirectory directory = new ModelDirectory(
                BACKENDS,
                new ModelMap(List.of(rules)),
                CatalogSettings.startedAt(Instant.EPOCH),
                () -> 0,
                Runnable::run);
        return new Routes(directory, balance, fallbacks);
    }

    private static ModelRule rule(String pattern, Optional<String> backend, String target) {
        return new ModelRule(pattern, backend, Optional.of(target), ModelTraits.UNKNOWN, false);
    }

    private static ModelName name(String value) {
        return new ModelName(value);
    }
}
