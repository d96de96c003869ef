package dev.enfilade.application.service;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void eachHasItsShareAndNoneIsAskedInARow() {
        Balance balance = new Balance(Map.of("a", 5, "b", 1, "c", 1));

        assertThat(calls(balance, 14, "a", "b", "c").collect(joining())).isEqualTo("aabacaa".repeat(2));
    }

    @Test
    void withoutWeightsAllAreAskedInTurns() {
        assertThat(calls(new Balance(Map.of()), 6, "a", "b", "c").collect(joining()))
                .isEqualTo("abcabc");
    }

    @Test
    void oneWithoutWeightIsLeftToFailover() {
        Balance balance = new Balance(Map.of("a", 0, "b", 2, "c", 1));

        assertThat(calls(balance, 300, "a", "b", "c").collect(groupingBy(name -> name, counting())))
                .isEqualTo(Map.of("b", 200L, "c", 100L));
    }

    @Test
    void whereNoneHasAWeightTheOrderDecides() {
        assertThat(calls(new Balance(Map.of("a", 0, "b", 0)), 3, "a", "b")).containsExactly("a", "a", "a");
    }

    @Test
    void modelsOfOtherBackendsAreCountedByThemselves() {
        Balance balance = new Balance(Map.of());
        calls(balance, 1, "a", "b").forEach(_ -> {});

        assertThat(calls(balance, 2, "a", "c")).containsExactly("a", "c");
        assertThat(calls(balance, 1, "a", "b")).containsExactly("b");
    }

    private static Stream<String> calls(Balance balance, int number, String... backends) {
        List<ModelRoute> routes = Stream.of(backends).map(BalanceTest::route).toList();
        return Stream.generate(() -> balance.next(routes).backend().name()).limit(number);
    }

    private static ModelRoute route(String backend) {
        Backend listing = TestBackends.listing(backend, "m");
        ModelDirectory directory = new ModelDirectory(
                List.of(listing),
                new ModelMap(List.of()),
                CatalogSettings.startedAt(Instant.EPOCH),
                () -> 0,
                Runnable::run);
        return directory.unchanged(new ModelName("m"));
    }
}
