package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldCatalogTest {

    private static final Duration FRESH = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void manyAskersMakeOneLoad() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HeldCatalog catalog = new HeldCatalog(
                    () -> {
                        loads.incrementAndGet();
                        awaitUninterruptibly(release);
                        return TestBackends.models("a");
                    },
                    FRESH,
                    nanos::get,
                    threads);
            var askers = IntStream.range(0, 200)
                    .mapToObj(_ -> threads.submit(catalog::current))
                    .toList();
            release.countDown();
            for (Future<?> asker : askers) {
                asker.get();
            }
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void theListAtHandWaitsForNothing() {
        Queue<Runnable> later = new ArrayDeque<>();
        HeldCatalog catalog = new HeldCatalog(() -> TestBackends.models("a"), FRESH, nanos::get, later::add);

        assertThat(catalog.atHand()).isEmpty();
        later.remove().run();

        assertThat(catalog.atHand()).isPresent();
    }

    @Test
    void anOldListIsServedWhileANewOneLoads() {
        Queue<Runnable> later = new ArrayDeque<>();
        HeldCatalog catalog = new HeldCatalog(
                () -> TestBackends.models("load-" + loads.incrementAndGet()), FRESH, nanos::get, later::add);
        catalog.atHand();
        later.remove().run();
        nanos.addAndGet(FRESH.toNanos());

        assertThat(catalog.atHand().orElseThrow().models().getFirst().id()).isEqualTo("load-1");
        later.remove().run();
        assertThat(catalog.atHand().orElseThrow().models().getFirst().id()).isEqualTo("load-2");
    }

    @Test
    void aFailedLoadIsNotRepeatedWithinASecond() {
        HeldCatalog catalog = new HeldCatalog(
                () -> {
                    loads.incrementAndGet();
                    throw TestBackends.down();
                },
                FRESH,
                nanos::get,
                Runnable::run);

        assertThatThrownBy(catalog::current).hasMessage("upstream unreachable");
        assertThatThrownBy(catalog::current).hasMessage("upstream unreachable");
        assertThat(loads).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(catalog::current).hasMessage("upstream unreachable");
        assertThat(loads).hasValue(2);
    }

    @Test
    void aLoadThatNeverEndsIsWaitedForOnlyOnce() {
        HeldCatalog catalog =
                new HeldCatalog(() -> TestBackends.models("a"), FRESH, nanos::get, new ArrayDeque<Runnable>()::add);
        catalog.await(Duration.ofMillis(1));

        catalog.await(Duration.ofDays(1));

        assertThat(catalog.atHand()).isEmpty();
    }

    @Test
    void aListingWaitsOnlyAMomentForABackendThatFellSilent() {
        Queue<Runnable> later = new ArrayDeque<>();
        HeldCatalog catalog = new HeldCatalog(() -> TestBackends.models("kept"), FRESH, nanos::get, later::add);
        catalog.atHand();
        later.remove().run();
        nanos.addAndGet(FRESH.toNanos());

        assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> assertThat(catalog.current().models()).isEqualTo(TestBackends.models("kept")));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
