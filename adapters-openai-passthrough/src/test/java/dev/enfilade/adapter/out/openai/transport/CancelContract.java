package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.event;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.Requests.get;
import static dev.enfilade.adapter.out.openai.transport.Requests.post;
import static dev.enfilade.adapter.out.openai.transport.Requests.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.application.port.out.Aside;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.relay.Headers;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling, by interrupt and by close, in every phase; the backend must see it although it is silent. */
interface CancelContract extends TransportUnderTest {

    @Test
    default void interruptEndsAConnectThatHangs() throws Exception {
        try (FullBacklog full = new FullBacklog();
                Transport transport = transport()) {
            Aside<?> sending =
                    Aside.run(() -> transport.send(new Outgoing("GET", full.uri(), Headers.NONE, Optional.empty())));
            sending.awaitBlocked();
            sending.interrupt();
            assertThat(Fails.failureIn(sending.thrown())).isEqualTo(new Cancelled());
        }
    }

    @Test
    default void interruptedThreadSendsNothing() {
        try (ScriptedServer server = ScriptedServer.start(Peer::stall);
                Transport transport = transport()) {
            Aside<?> sending = Aside.run(() -> {
                Thread.currentThread().interrupt();
                return transport.send(get(server));
            });
            assertThat(Fails.failureIn(sending.thrown())).isEqualTo(new Cancelled());
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    default void interruptEndsTheSendingOfABodyThatNobodyReads() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.await(cancelled);
                    peer.stall();
                });
                Transport transport = transport()) {
            Aside<?> sending = Aside.run(() -> transport.send(post(server, "x".repeat(50 << 20))));
            Peer peer = server.nextPeer();
            sending.awaitBlocked();
            sending.interrupt();
            assertThat(Fails.failureIn(sending.thrown())).isEqualTo(new Cancelled());
            cancelled.countDown();
            assertClosed(peer);
        }
    }

    @Test
    default void interruptEndsTheWaitForTheHead() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(afterRequest(""));
                Transport transport = transport()) {
            Aside<?> sending = Aside.run(() -> transport.send(get(server)));
            assertCancelledBy(sending::interrupt, sending, server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: a\n\n"})
    default void interruptEndsTheReadingOfABody(String firstBytes) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(afterRequest("HTTP/1.1 200 OK\r\n\r\n" + firstBytes));
                Transport transport = transport()) {
            Aside<?> reading = Aside.run(() -> readAllOf(transport.send(get(server))));
            assertCancelledBy(reading::interrupt, reading, server);
        }
    }

    @Test
    default void interruptCancelsAlsoWhereNothingHasToBeWaitedFor() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(afterRequest(SSE_HEAD + event("a")));
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            assertThat(exchange.body().read(new byte[1])).isEqualTo(1);
            Aside<?> reading = Aside.run(() -> {
                Thread.currentThread().interrupt();
                return exchange.body().read(new byte[1]);
            });
            assertThat(Fails.failureIn(reading.thrown())).isEqualTo(new Cancelled());
            assertClosed(server.nextPeer());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: a\n\n"})
    default void closeEndsAReadOnAnotherThread(String firstBytes) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(afterRequest("HTTP/1.1 200 OK\r\n\r\n" + firstBytes));
                Transport transport = transport();
                Exchange exchange = transport.send(get(server))) {
            Aside<?> reading = Aside.run(() -> readAllOf(exchange));
            reading.awaitBlocked();
            assertCancelledBy(exchange::close, reading, server);
        }
    }

    @Test
    default void closeBetweenReadsTellsTheBackendAtOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(afterRequest(SSE_HEAD + event("a")));
                Transport transport = transport()) {
            Exchange exchange = transport.send(get(server));
            assertThat(exchange.body().read(new byte[100])).isPositive();
            exchange.close();
            exchange.close();
            assertClosed(server.nextPeer());
            assertThat(Requests.failureOf(() -> exchange.body().read(new byte[100])))
                    .isEqualTo(new Cancelled());
        }
    }

    @Test
    default void closeNeverDrainsAnEndlessBody() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\n\r\n");
                    for (; ; ) {
                        peer.send("x".repeat(10_000));
                    }
                });
                Transport transport = transport()) {
            Exchange exchange = transport.send(get(server));
            assertThat(exchange.body().read(new byte[100])).isPositive();
            exchange.close();
            assertClosed(server.nextPeer());
        }
    }

    @Test
    default void closingTheTransportEndsEverything() throws Exception {
        Transport transport = transport();
        try (ScriptedServer server = ScriptedServer.start(afterRequest(""), afterRequest("HTTP/1.1 200 OK\r\n\r\n"))) {
            Aside<?> sending = Aside.run(() -> transport.send(get(server)));
            Peer first = server.nextPeer();
            Aside<?> reading = Aside.run(() -> readAllOf(transport.send(get(server))));
            Peer second = server.nextPeer();
            sending.awaitBlocked();
            reading.awaitBlocked();
            transport.close();
            assertThat(Fails.failureIn(sending.thrown())).isEqualTo(new Cancelled());
            assertThat(Fails.failureIn(reading.thrown())).isEqualTo(new Cancelled());
            assertClosed(first);
            assertClosed(second);
        }
    }

    @Test
    default void closeAfterTheEndKeepsTheConnection() {
        try (ScriptedServer server = ScriptedServer.start(ExchangeContract.always(json(200, "{}")));
                Transport transport = transport()) {
            for (int i = 0; i < 2; i++) {
                Exchange exchange = transport.send(get(server));
                assertThat(readAll(exchange.body())).isEqualTo("{}");
                exchange.close();
                exchange.body().close();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static void assertCancelledBy(Runnable cancel, Aside<?> doomed, ScriptedServer server) throws Exception {
        Peer peer = server.nextPeer();
        doomed.awaitBlocked();
        cancel.run();
        assertThat(Fails.failureIn(doomed.thrown())).isEqualTo(new Cancelled());
        assertClosed(peer);
    }

    private static void assertClosed(Peer peer) throws InterruptedException {
        assertThat(peer.peerClosed().await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static int readAllOf(Exchange exchange) {
        byte[] buffer = new byte[1_000];
        int count = 0;
        while (count >= 0) {
            count = exchange.body().read(buffer);
        }
        return count;
    }

    private static Script afterRequest(String bytes) {
        return peer -> {
            peer.request();
            peer.send(bytes);
            peer.stall();
        };
    }
}
