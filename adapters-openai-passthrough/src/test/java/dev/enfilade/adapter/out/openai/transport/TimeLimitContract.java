package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.LAST_CHUNK;
import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.chunk;
import static dev.enfilade.adapter.out.openai.testing.Answers.event;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.ExchangeContract.always;
import static dev.enfilade.adapter.out.openai.transport.Requests.ask;
import static dev.enfilade.adapter.out.openai.transport.Requests.get;
import static dev.enfilade.adapter.out.openai.transport.Requests.readAll;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.application.port.out.Aside;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure.Phase;
import dev.enfilade.domain.failure.Failure.TimedOut;
import dev.enfilade.domain.relay.Headers;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limit of each phase: never early, and soon after it has passed. */
interface TimeLimitContract extends TransportUnderTest {

    Timeouts LIMITS =
            new Timeouts(ofSeconds(5), ofSeconds(4), ofMinutes(20), ofMinutes(19), ofMinutes(5), Optional.empty());
    Timeouts WITH_TOTAL = new Timeouts(
            ofSeconds(5), ofSeconds(4), ofMinutes(20), ofMinutes(19), ofMinutes(5), Optional.of(ofMinutes(30)));

    @Test
    default void connectThatHangsTimesOut() throws Exception {
        ManualClock clock = new ManualClock();
        try (FullBacklog full = new FullBacklog();
                Transport transport = transport(LIMITS, clock)) {
            Aside<?> sending =
                    Aside.run(() -> transport.send(new Outgoing("GET", full.uri(), Headers.NONE, Optional.empty())));
            assertTimesOut(sending, clock, new TimedOut(Phase.CONNECT, LIMITS.connect()));
        }
    }

    @Test
    default void bodyThatNobodyReadsTimesOut() throws Exception {
        ManualClock clock = new ManualClock();
        CountDownLatch over = new CountDownLatch(1);
        EndlessBody body = new EndlessBody();
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.await(over));
                Transport transport = transport(LIMITS, clock)) {
            Aside<?> sending = Aside.run(
                    () -> transport.send(new Outgoing("POST", server.uri("/"), Headers.NONE, Optional.of(body))));
            body.awaitBegun();
            assertTimesOut(sending, clock, new TimedOut(Phase.RESPONSE, LIMITS.response()));
            over.countDown();
        }
    }

    @Test
    default void silenceBeforeTheHeadTimesOut() throws Exception {
        assertTimesOut("", 1, new TimedOut(Phase.RESPONSE, LIMITS.response()));
    }

    @Test
    default void requestThatTimedOutIsNotSentAgain() throws Exception {
        ManualClock clock = new ManualClock();
        Semaphore seen = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send(json(200, "{}"));
                    peer.request();
                    seen.release();
                    peer.stall();
                });
                Transport transport = transport(LIMITS, clock)) {
            assertThat(ask(transport, get(server))).isEqualTo("{}");
            Aside<?> sending = Aside.run(() -> transport.send(get(server)));
            assertThat(seen.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertTimesOut(sending, clock, new TimedOut(Phase.RESPONSE, LIMITS.response()));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void headThatDoesNotEndTimesOut() throws Exception {
        String head = "HTTP/1.1 103 X\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n";
        assertTimesOut(head, 1, new TimedOut(Phase.RESPONSE, LIMITS.response()));
    }

    @Test
    default void silenceBetweenHeadAndBodyTimesOut() throws Exception {
        assertTimesOut(SSE_HEAD, 2, new TimedOut(Phase.RESPONSE, LIMITS.firstEvent()));
    }

    @Test
    default void silenceWithinTheBodyTimesOut() throws Exception {
        assertTimesOut(SSE_HEAD + event("a"), 3, new TimedOut(Phase.IDLE, LIMITS.idle()));
    }

    @Test
    default void everyByteOfABodyStartsTheIdleTimeAnew() throws Exception {
        ManualClock clock = new ManualClock();
        Semaphore more = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(ticking(more, chunk("x")));
                Transport transport = transport(LIMITS, clock);
                Exchange exchange = transport.send(get(server))) {
            for (int i = 0; i < 10; i++) {
                clock.advance(LIMITS.idle().minusNanos(1));
                clock.awaitLooks();
                more.release();
                assertThat(exchange.body().read(new byte[10])).isEqualTo(1);
            }
        }
    }

    @Test
    default void timeThatTheReaderTakesDoesNotCount() throws Exception {
        ManualClock clock = new ManualClock();
        try (ScriptedServer server = ScriptedServer.start(always(SSE_HEAD + chunk("abc") + LAST_CHUNK));
                Transport transport = transport(LIMITS, clock);
                Exchange exchange = transport.send(get(server))) {
            assertThat(exchange.body().read(new byte[1])).isEqualTo(1);
            clock.advance(ofHours(10));
            clock.awaitLooks();
            assertThat(readAll(exchange.body())).isEqualTo("bc");
        }
    }

    @Test
    default void commentIsNoFirstEvent() throws Exception {
        ManualClock clock = new ManualClock();
        Semaphore more = new Semaphore(1);
        try (ScriptedServer server = ScriptedServer.start(ticking(more, chunk(": ping\n\n")));
                Transport transport = transport(LIMITS, clock);
                Exchange exchange = transport.send(get(server))) {
            Aside<?> reading = Aside.run(() -> exchange.events().next());
            assertTimesOut(reading, clock, new TimedOut(Phase.RESPONSE, LIMITS.firstEvent()));
        }
    }

    @Test
    default void commentsKeepAStreamAliveForHalfAnHourAfterAnEvent() throws Exception {
        ManualClock clock = new ManualClock();
        Semaphore comments = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send(SSE_HEAD + event("a"));
                    ticks(peer, comments, chunk(": ping\n\n"));
                });
                Transport transport = transport(LIMITS, clock);
                Exchange exchange = transport.send(get(server));
                SseReader events = exchange.events()) {
            assertThat(events.next()).isNotNull();
            Aside<?> reading = Aside.run(events::next);
            for (int minute = 0; minute < 30 - 1; minute++) {
                reading.awaitBlocked();
                clock.advance(ofMinutes(1));
                comments.release();
                clock.awaitLooks();
            }
            reading.awaitBlocked();
            clock.advance(ofMinutes(1));
            assertThat(Fails.failureIn(reading.thrown())).isEqualTo(new TimedOut(Phase.IDLE, ofMinutes(30)));
        }
    }

    @Test
    default void anAnswerThatNeverEndsTimesOutIfTheWholeHasALimit() throws Exception {
        ManualClock clock = new ManualClock();
        Semaphore more = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(ticking(more, chunk("x")));
                Transport transport = transport(WITH_TOTAL, clock);
                Exchange exchange = transport.send(get(server))) {
            for (int minute = 0; minute < 28; minute += 4) {
                clock.advance(ofMinutes(4));
                clock.awaitLooks();
                more.release();
                assertThat(exchange.body().read(new byte[10])).isEqualTo(1);
            }
            Aside<?> reading = Aside.run(() -> exchange.body().read(new byte[10]));
            reading.awaitBlocked();
            clock.advance(ofMinutes(2).minusNanos(1));
            clock.awaitLooks();
            assertThat(reading.isDone()).isFalse();
            clock.advance(ofNanos(1));
            assertThat(Fails.failureIn(reading.thrown())).isEqualTo(new TimedOut(Phase.TOTAL, ofMinutes(30)));
        }
    }

    private void assertTimesOut(String sent, int steps, TimedOut expected) throws Exception {
        ManualClock clock = new ManualClock();
        Semaphore seen = new Semaphore(0);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    seen.release();
                    peer.send(sent);
                    peer.stall();
                });
                Transport transport = transport(LIMITS, clock)) {
            Aside<?> reading = Aside.run(() -> {
                Exchange exchange = transport.send(get(server));
                for (int count = 0; count >= 0; count = exchange.body().read(new byte[1_000])) {
                    seen.release();
                }
                return exchange.status();
            });
            assertThat(seen.tryAcquire(steps, 10, TimeUnit.SECONDS)).isTrue();
            assertTimesOut(reading, clock, expected);
        }
    }

    private static void assertTimesOut(Aside<?> doomed, ManualClock clock, TimedOut expected) throws Exception {
        doomed.awaitBlocked();
        clock.advance(expected.limit().minusNanos(1));
        clock.awaitLooks();
        assertThat(doomed.isDone()).isFalse();
        clock.advance(ofNanos(1));
        assertThat(Fails.failureIn(doomed.thrown())).isEqualTo(expected);
    }

    /** A stream of which each permit lets these bytes out. */
    private static Script ticking(Semaphore permits, String bytes) {
        return peer -> {
            peer.request();
            peer.send(SSE_HEAD);
            ticks(peer, permits, bytes);
        };
    }

    private static void ticks(Peer peer, Semaphore permits, String bytes) throws IOException, InterruptedException {
        while (permits.tryAcquire(10, TimeUnit.SECONDS)) {
            peer.send(bytes);
        }
    }
}
