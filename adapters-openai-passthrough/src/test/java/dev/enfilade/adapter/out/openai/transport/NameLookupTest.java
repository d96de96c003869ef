package dev.enfilade.adapter.out.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.port.out.Aside;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NameLookupTest {

    private static final InetAddress[] FOUND = {InetAddress.getLoopbackAddress()};

    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void addressesAreThoseOfTheSource() throws Exception {
        assertThat(new NameLookup(host -> FOUND, Duration.ofSeconds(10)).resolve("a"))
                .isSameAs(FOUND);
    }

    @Test
    void unknownNameIsUnknown() {
        NameLookup lookup = new NameLookup(
                host -> {
                    throw new UnknownHostException(host);
                },
                Duration.ofSeconds(10));
        assertThatThrownBy(() -> lookup.resolve("a")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void lookupThatHangsEndsAtItsLimit() {
        NameLookup lookup = new NameLookup(this::hang, Duration.ofMillis(1));
        assertThatThrownBy(() -> lookup.resolve("a")).isInstanceOf(UnknownHostException.class);
        answer.countDown();
    }

    @Test
    void interruptEndsTheWaitAndStaysSet() throws Exception {
        NameLookup lookup = new NameLookup(this::hang, Duration.ofSeconds(30));
        Aside<Boolean> asking = Aside.run(() -> {
            assertThatThrownBy(() -> lookup.resolve("a")).isInstanceOf(UnknownHostException.class);
            return Thread.currentThread().isInterrupted();
        });
        asked.await();
        asking.interrupt();
        assertThat(asking.result()).isTrue();
        answer.countDown();
    }

    @Test
    void callersOfOneNameShareOneLookupAndLaterOnesAskAnew() throws Exception {
        NameLookup lookup = new NameLookup(this::hang, Duration.ofSeconds(30));
        Aside<?> first = Aside.run(() -> lookup.resolve("a"));
        asked.await();
        Aside<?> second = Aside.run(() -> lookup.resolve("a"));
        first.awaitBlocked();
        second.awaitBlocked();
        answer.countDown();
        assertThat(first.result()).isSameAs(FOUND);
        assertThat(second.result()).isSameAs(FOUND);
        assertThat(questions).hasValue(1);
        assertThat(lookup.resolve("a")).isSameAs(FOUND);
        assertThat(questions).hasValue(2);
    }

    private InetAddress[] hang(String host) {
        questions.incrementAndGet();
        asked.countDown();
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return FOUND;
    }
}
