package dev.enfilade.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecoveryWatchTest {

    private static final Evidence LISTS_ALONE = (_, listed, _) -> listed;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile boolean back;

    @Test
    void backendThatIsDownIsAskedUntilItIsBack() throws Exception {
        CatalogProbe probe = new CatalogProbe("gone", this::listOfOneThatReturns, System::nanoTime);
        try (RecoveryWatch watch = watch(probe)) {
            watch.start();
            assertThat(List.of(next(), next(), next())).containsOnly("down");
            assertThat(probe.health(LISTS_ALONE).up()).isFalse();

            back = true;

            while (!next().equals("up")) {
                assertThat(probe.health(LISTS_ALONE).up()).isFalse();
            }
            while (!probe.health(LISTS_ALONE).up()) {
                Thread.onSpinWait();
            }
            assertThat(asked.poll(50, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void silentBackendIsAskedOnceAndKeepsNobodyElseWaiting() throws Exception {
        CatalogProbe silent = new CatalogProbe("silent", this::listOfSilence, System::nanoTime);
        CatalogProbe gone = new CatalogProbe("gone", this::listOfOneThatReturns, System::nanoTime);
        try (RecoveryWatch watch = watch(silent, gone)) {
            watch.start();

            List<String> seen = Stream.generate(this::next).limit(20).toList();

            assertThat(seen).containsOnlyOnce("silent").contains("down");
        } finally {
            silence.countDown();
        }
    }

    @Test
    void closedOneAsksNobody() throws Exception {
        CatalogProbe probe = new CatalogProbe("gone", this::listOfOneThatReturns, System::nanoTime);
        RecoveryWatch watch = watch(probe);
        watch.start();
        next();

        watch.close();

        while (asked.poll(50, TimeUnit.MILLISECONDS) != null) {
            // What was under way comes to its end.
        }
        assertThat(asked).isEmpty();
    }

    private static RecoveryWatch watch(CatalogProbe... probes) {
        return new RecoveryWatch(
                () -> Stream.of(probes)
                        .filter(probe -> !probe.health(LISTS_ALONE).up())
                        .toList(),
                Duration.ofMillis(1));
    }

    private List<ListedModel> listOfOneThatReturns() {
        asked.add(back ? "up" : "down");
        if (!back) {
            throw new FailureException(new Failure.BackendUnavailable());
        }
        return List.of();
    }

    private List<ListedModel> listOfSilence() {
        asked.add("silent");
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new FailureException(new Failure.BackendUnavailable());
    }

    private String next() {
        try {
            String word = asked.poll(20, TimeUnit.SECONDS);
            return word == null ? "nobody was asked" : word;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
