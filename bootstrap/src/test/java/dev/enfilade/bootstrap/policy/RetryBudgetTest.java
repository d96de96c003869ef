package dev.enfilade.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RetryBudget budget = new RetryBudget(20, nanos::get);

    @Test
    void threeAreAllowedWithFewRequests() {
        request(1);

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void aFifthOfManyRequestsMayBeRepeated() {
        request(1_000);

        assertThat(taken(1_000)).isEqualTo(200);
    }

    @Test
    void onlyTheLastTenSecondsCount() {
        request(1_000);
        assertThat(taken(1_000)).isEqualTo(200);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(taken(10)).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void aLongSilenceForgetsEverything() {
        request(1_000);
        nanos.addAndGet(Duration.ofHours(7).toNanos());

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void aBudgetOfNothingAllowsNothing() {
        RetryBudget none = new RetryBudget(0, nanos::get);
        none.countRequest();

        assertThat(none.take()).isFalse();
    }

    private void request(int times) {
        for (int i = 0; i < times; i++) {
            budget.countRequest();
        }
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(_ -> budget.take()).count();
    }
}
