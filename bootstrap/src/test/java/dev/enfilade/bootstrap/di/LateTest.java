package dev.enfilade.bootstrap.di;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void isMadeWhenItIsNeededAndOnce() {
        Late<Integer> late = new Late<>(made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(late.get()).isEqualTo(1);
        assertThat(late.get()).isEqualTo(1);
    }

    @Test
    void isMadeOnceForManyWhoComeTogether() throws Exception {
        Late<Integer> late = new Late<>(made::incrementAndGet);
        CountDownLatch all = new CountDownLatch(8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> values = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                values.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return late.get();
                }));
            }
            for (Future<Integer> value : values) {
                assertThat(value.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatWasNotMadeNeedsNoEnd() {
        Late<Integer> late = new Late<>(made::incrementAndGet);
        List<Integer> ended = new ArrayList<>();

        late.ifMade(ended::add);
        assertThat(ended).isEmpty();

        late.get();
        late.ifMade(ended::add);
        assertThat(ended).containsExactly(1);
    }

    @Test
    void failureToMakeIsNotKept() {
        Late<Integer> late = new Late<>(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return 7;
        });

        assertThatThrownBy(late::get).isInstanceOf(IllegalStateException.class);
        assertThat(late.get()).isEqualTo(7);
    }
}
