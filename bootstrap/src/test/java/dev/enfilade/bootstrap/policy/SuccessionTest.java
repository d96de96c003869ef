package dev.enfilade.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.ValueShape;
import dev.enfilade.application.policy.Way;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the policies of a changed configuration keep of the ones before. */
class SuccessionTest {

    private static final CircuitSettings FRAGILE = new CircuitSettings(1, Duration.ofSeconds(5));

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void placesThatAreTakenCountAgainstTheNewLimit() {
        PolicyStack former = PolicyStack.of(settings(2, Map.of()), circuits(), nanos::get);
        PolicyStack next = former.successor(settings(1, Map.of()), circuits());
        AtomicInteger answered = new AtomicInteger();

        ask(former.policy(), () -> {
            ask(next.policy(), answered::incrementAndGet);
            next.takeEffect();
            assertThatThrownBy(() -> ask(next.policy(), answered::incrementAndGet))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Overloaded.class));
        });

        ask(next.policy(), answered::incrementAndGet);
        assertThat(answered).hasValue(2);
    }

    @Test
    void moreStreamsThanTheNewLimitEndAsTheyBegan() {
        PolicyStack former = PolicyStack.of(settings(3, Map.of()), circuits(), nanos::get);
        PolicyStack next = former.successor(settings(1, Map.of()), circuits());

        ask(
                former.policy(),
                () -> ask(former.policy(), () -> {
                    next.takeEffect();
                    assertThat(refuses(next.policy())).isTrue();
                }));

        assertThat(refuses(next.policy())).isFalse();
        ask(next.policy(), () -> assertThat(refuses(next.policy())).isTrue());
    }

    @Test
    void placesOfASingleBackendAreCountedOnToo() {
        PolicyStack former = PolicyStack.of(settings(9, Map.of("a", 1)), circuits(), nanos::get);
        PolicyStack next = former.successor(settings(9, Map.of("a", 2)), circuits());

        ask(former.policy(), () -> {
            assertThat(refuses(next.policy())).isTrue();
            next.takeEffect();
            ask(next.policy(), () -> assertThat(refuses(next.policy())).isTrue());
        });
    }

    @Test
    void circuitOfAnUnchangedBackendStaysOpen() {
        Circuits former = new Circuits(List.of("a", "b"), FRAGILE, nanos::get);
        breakDown(former, "a");

        assertThat(former.successor(List.of("a"), FRAGILE, _ -> true).of("a").isOpen())
                .isTrue();
        assertThat(former.successor(List.of("a"), FRAGILE, _ -> false).of("a").isOpen())
                .isFalse();
        assertThat(former.successor(List.of("a"), CircuitSettings.DEFAULT, _ -> true)
                        .of("a")
                        .isOpen())
                .isFalse();
        assertThat(former.successor(List.of("new"), FRAGILE, _ -> true)
                        .of("new")
                        .isOpen())
                .isFalse();
    }

    @Test
    void spentBudgetStaysSpent() {
        RetryBudget budget = new RetryBudget(20, nanos::get);
        while (budget.take()) {
            nanos.incrementAndGet();
        }

        assertThat(budget.successor(20).take()).isFalse();
        assertThat(budget.successor(30).take()).isTrue();
    }

    private Circuits circuits() {
        return new Circuits(List.of("a"), CircuitSettings.DEFAULT, nanos::get);
    }

    private static void breakDown(Circuits circuits, String backend) {
        Circuit circuit = circuits.of(backend);
        circuit.leave(circuit.enter(), Verdict.UNREACHED);
    }

    private static PolicySettings settings(int streams, Map<String, Integer> concurrency) {
        return new PolicySettings(streams, 0, concurrency, RetrySettings.DEFAULT);
    }

    private static boolean refuses(CallPolicy policy) {
        AtomicBoolean asked = new AtomicBoolean();
        try {
            ask(policy, () -> asked.set(true));
        } catch (FailureException e) {
            assertThat(e.failure()).isInstanceOf(Failure.Overloaded.class);
        }
        return !asked.get();
    }

    private static void ask(CallPolicy policy, Runnable work) {
        policy.call(new Call<>(
                new Way<>("a", "m", () -> {
                    work.run();
                    return true;
                }),
                List::of,
                Repeat.NEVER,
                new ValueShape<>()));
    }
}
