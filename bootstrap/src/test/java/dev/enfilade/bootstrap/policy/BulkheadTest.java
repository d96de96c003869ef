package dev.enfilade.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.DirectCalls;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.StreamShape;
import dev.enfilade.application.policy.ValueShape;
import dev.enfilade.application.policy.Way;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.EventStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final Places places = new Places(1, 2);
    private final CallPolicy bulkhead = new Bulkhead(places, new DirectCalls());
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    @Test
    void aStreamHoldsItsPlaceUntilItIsClosed() throws Exception {
        EventStream<String> first = bulkhead.call(stream("first"));
        Thread second = Thread.startVirtualThread(() -> bulkhead.call(stream("second")));
        awaitWaiting(1);
        first.close();
        first.close();
        second.join();

        assertThat(asked).containsExactly("first", "second");
    }

    @Test
    void whoFindsTheQueueFullIsToldAtOnce() throws Exception {
        EventStream<String> held = bulkhead.call(stream("held"));
        Thread one = Thread.startVirtualThread(() -> bulkhead.call(value("one")));
        awaitWaiting(1);
        Thread two = Thread.startVirtualThread(() -> bulkhead.call(value("two")));
        awaitWaiting(2);

        assertThatThrownBy(() -> bulkhead.call(value("three")))
                .satisfies(thrown ->
                        assertThat(((FailureException) thrown).failure()).isEqualTo(new Failure.Overloaded()));
        held.close();
        one.join();
        two.join();
        assertThat(asked).containsExactly("held", "one", "two");
    }

    @Test
    void whoLeavesWhileWaitingIsOutOfTheQueueAndNeverAsked() throws Exception {
        EventStream<String> held = bulkhead.call(stream("held"));
        CompletableFuture<Throwable> ending = new CompletableFuture<>();
        Thread waiter = Thread.startVirtualThread(() -> {
            try {
                bulkhead.call(value("gone"));
            } catch (FailureException e) {
                ending.complete(e);
            }
        });
        awaitWaiting(1);
        waiter.interrupt();

        assertThat(ending.get(20, TimeUnit.SECONDS)).hasMessage(new Failure.Cancelled().text());
        assertThat(places.waiting()).isZero();
        held.close();
        assertThat(bulkhead.call(value("next"))).isEqualTo("next");
        assertThat(asked).containsExactly("held", "next");
    }

    @Test
    void aFailedCallGivesItsPlaceBack() {
        Call<String> failing = call("failing", () -> {
            throw new FailureException(new Failure.BackendDenied());
        });

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bulkhead.call(failing)).isInstanceOf(FailureException.class);
        }
        assertThat(bulkhead.call(value("next"))).isEqualTo("next");
    }

    @Test
    void onlyTheBackendWithALimitHasOne() {
        CallPolicy policy = new BackendBulkheads(Map.of("small", new Places(1, 0)), new DirectCalls());
        EventStream<String> held = policy.call(stream("small"));

        assertThatThrownBy(() -> policy.call(value("small"))).isInstanceOf(FailureException.class);
        assertThat(policy.call(value("large"))).isEqualTo("large");
        held.close();
        assertThat(policy.call(value("small"))).isEqualTo("small");
    }

    private void awaitWaiting(int count) {
        long start = System.nanoTime();
        while (places.waiting() < count && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
            Thread.onSpinWait();
        }
        assertThat(places.waiting()).isEqualTo(count);
    }

    private Call<String> value(String name) {
        return call(name, () -> {
            asked.add(name);
            return name;
        });
    }

    private static Call<String> call(String name, Supplier<String> work) {
        return new Call<>(new Way<>(name, "m", work), List::of, Repeat.IF_REFUSED, new ValueShape<>());
    }

    private Call<EventStream<String>> stream(String name) {
        Way<EventStream<String>> way = new Way<>(name, "m", () -> {
            asked.add(name);
            return new Silence();
        });
        return new Call<>(way, List::of, Repeat.IF_REFUSED, new StreamShape<>());
    }

    private record Silence() implements EventStream<String> {
        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public String next() {
            throw new AssertionError("nothing there");
        }

        @Override
        public void close() {}
    }
}
