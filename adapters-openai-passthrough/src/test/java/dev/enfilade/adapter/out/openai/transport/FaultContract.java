package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.Requests.ask;
import static dev.enfilade.adapter.out.openai.transport.Requests.failureOf;
import static dev.enfilade.adapter.out.openai.transport.Requests.get;
import static dev.enfilade.adapter.out.openai.transport.Requests.post;
import static dev.enfilade.adapter.out.openai.transport.Requests.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.Failure.BodyTooSlow;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Headers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Backends that cannot be reached, and connections that die under a request. */
interface FaultContract extends TransportUnderTest {

    @Test
    default void closedPortIsUnavailable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Transport transport = transport()) {
            assertThat(failureOf(() -> transport.send(to("http://127.0.0.1:" + port + "/"))))
                    .isEqualTo(new BackendUnavailable());
        }
    }

    @Test
    default void unknownHostIsUnavailable() {
        try (Transport transport = transport()) {
            assertThat(failureOf(() -> transport.send(to("http://nobody.test/"))))
                    .isEqualTo(new BackendUnavailable());
        }
    }

    @Test
    default void secondAddressIsTriedWhenTheFirstIsDead() {
        try (ScriptedServer server = ScriptedServer.start(ExchangeContract.always(json(200, "{}")));
                Transport transport = transport()) {
            assertThat(ask(transport, to("http://two-addresses.test:" + server.port() + "/")))
                    .isEqualTo("{}");
        }
    }

    @Test
    default void resetOfANewConnectionIsUnavailable() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.reset());
                Transport transport = transport()) {
            assertThat(failureOf(() -> transport.send(post(server, "{}")))).isEqualTo(new BackendUnavailable());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void endBeforeAnyAnswerIsACut() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.request());
                Transport transport = transport()) {
            assertThat(failureOf(() -> transport.send(post(server, "{}")))).isEqualTo(new Broken(Flaw.CUT));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void requestIsSentAgainWhenAPooledConnectionIsReset() throws Exception {
        assertSentAgain(peer -> {
            answerOnce().play(peer);
            peer.request();
            peer.reset();
        });
    }

    @Test
    default void requestIsSentAgainWhenAPooledConnectionEndsBehindIt() throws Exception {
        assertSentAgain(peer -> {
            answerOnce().play(peer);
            peer.request();
        });
    }

    @Test
    default void requestIsSentAgainWhenAPooledConnectionHadEndedBefore() throws Exception {
        assertSentAgain(answerOnce());
    }

    /** Not even the request gets out then: the connection fails while it is written. */
    @Test
    default void requestIsSentAgainWhenAPooledConnectionHadBeenReset() throws Exception {
        CountDownLatch answerRead = new CountDownLatch(1);
        CountDownLatch reset = new CountDownLatch(1);
        Script dying = peer -> {
            answerOnce().play(peer);
            peer.await(answerRead);
            peer.reset();
            reset.countDown();
        };
        try (ScriptedServer server = ScriptedServer.start(dying, answerOnce());
                Transport transport = transport()) {
            assertThat(ask(transport, post(server, "{1}"))).isEqualTo("{}");
            answerRead.countDown();
            reset.await();
            assertThat(ask(transport, post(server, "{2}"))).isEqualTo("{}");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private void assertSentAgain(Script dying) throws InterruptedException {
        try (ScriptedServer server = ScriptedServer.start(dying, answerOnce());
                Transport transport = transport()) {
            assertThat(ask(transport, post(server, "{1}"))).isEqualTo("{}");
            assertThat(ask(transport, post(server, "{2}"))).isEqualTo("{}");
            server.nextPeer();
            assertThat(server.nextPeer().received()).endsWith("\r\n\r\n{2}");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    default void requestIsSentAgainOnlyOnceAndOnANewConnection() {
        CountDownLatch threeOpen = new CountDownLatch(3);
        Script oneAnswer = peer -> {
            peer.request();
            threeOpen.countDown();
            peer.await(threeOpen);
            peer.send(json(200, "{}"));
            peer.request();
            peer.reset();
        };
        Script noAnswer = peer -> {
            peer.request();
            peer.reset();
        };
        try (ScriptedServer server = ScriptedServer.start(oneAnswer, oneAnswer, oneAnswer, noAnswer);
                Transport transport = transport()) {
            Parallel.run(3, () -> assertThat(ask(transport, get(server))).isEqualTo("{}"));
            assertThatThrownBy(() -> transport.send(get(server))).isInstanceOf(FailureException.class);
            assertThat(server.connections()).isEqualTo(4);
        }
    }

    @Test
    default void requestIsNeverSentAgainOnceAByteOfAnAnswerCame() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    answerOnce().play(peer);
                    peer.request();
                    peer.send("H");
                });
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEqualTo("{}");
            assertThat(failureOf(() -> transport.send(get(server)))).isEqualTo(new Broken(Flaw.CUT));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    default void bodyThatCannotBeSentAgainNeverGoesOnAPooledConnection() {
        try (ScriptedServer server = ScriptedServer.start(ExchangeContract.always(json(200, "{}")));
                Transport transport = transport()) {
            assertThat(ask(transport, get(server))).isEqualTo("{}");
            assertThat(ask(transport, upload(server, "x"))).isEqualTo("{}");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    default void bodyThatBreaksOffIsNeverEndedAsIfItWereWhole() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.stall());
                Transport transport = transport()) {
            Outgoing request = new Outgoing("POST", server.uri("/"), Headers.NONE, Optional.of(new BrokenOff()));
            assertThat(failureOf(() -> transport.send(request))).isEqualTo(new BodyTooSlow());
            Peer peer = server.nextPeer();
            assertThat(peer.peerClosed().await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(peer.received()).doesNotContain("\r\n0\r\n");
        }
    }

    private static Script answerOnce() {
        return peer -> {
            peer.request();
            peer.send(json(200, "{}"));
        };
    }

    private static Outgoing to(String uri) {
        return new Outgoing("GET", URI.create(uri), Headers.NONE, Optional.empty());
    }
}
