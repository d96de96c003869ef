package dev.enfilade.adapter.out.openai.transport;

import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.event;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;
import static dev.enfilade.adapter.out.openai.transport.ExchangeContract.always;
import static dev.enfilade.adapter.out.openai.transport.Requests.ask;
import static dev.enfilade.adapter.out.openai.transport.Requests.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.application.port.out.Aside;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.failure.Failure.Phase;
import dev.enfilade.domain.failure.Failure.TimedOut;
import dev.enfilade.domain.relay.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    private static Path folder;

    private static SSLContext localhost;

    @BeforeAll
    static void makeCertificate() throws Exception {
        localhost = Certificates.selfSigned(folder, "localhost");
    }

    @Test
    void trustedServerIsAnsweredAndItsConnectionUsedAgain() throws Exception {
        try (ScriptedServer server = secured(localhost, always(json(200, "{}")));
                Transport transport = trusting(localhost, System::nanoTime)) {
            assertThat(ask(transport, to(server))).isEqualTo("{}");
            assertThat(ask(transport, to(server))).isEqualTo("{}");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void certificateThatNobodyVouchesForIsUnavailableAndSeesNoRequest() throws Exception {
        try (ScriptedServer server = secured(localhost, Peer::request);
                Transport transport = new ApacheTransport(
                        Timeouts.DEFAULT, (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime)) {
            assertThat(failureOf(() -> transport.send(to(server))))
                    .isEqualTo(new BackendUnavailable(BackendUnavailable.UNTRUSTED));
            assertThat(server.nextPeer().received()).isEmpty();
        }
    }

    @Test
    void certificateOfAnotherHostIsUnavailable() throws Exception {
        SSLContext other = Certificates.selfSigned(folder, "other.test");
        try (ScriptedServer server = secured(other, Peer::request);
                Transport transport = trusting(other, System::nanoTime)) {
            assertThat(failureOf(() -> transport.send(to(server))))
                    .isEqualTo(new BackendUnavailable(BackendUnavailable.UNTRUSTED));
        }
    }

    @Test
    void plainServerBehindHttpsIsUnavailable() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"));
                Transport transport = trusting(localhost, System::nanoTime)) {
            assertThat(failureOf(() -> transport.send(to(server))))
                    .isEqualTo(new BackendUnavailable(BackendUnavailable.UNSECURED));
        }
    }

    @Test
    void handshakeThatStallsHasALimitOfItsOwnAndCountsAsConnecting() throws Exception {
        ManualClock clock = new ManualClock();
        Timeouts limits = TimeLimitContract.LIMITS;
        try (ScriptedServer server = ScriptedServer.start(Peer::stall);
                Transport transport = new ApacheTransport(limits, localhost.getSocketFactory(), clock)) {
            Aside<?> sending = Aside.run(() -> transport.send(to(server)));
            awaitHello(server.nextPeer());
            clock.advance(limits.tls().minusNanos(1));
            clock.awaitLooks();
            assertThat(sending.isDone()).isFalse();
            clock.advance(Duration.ofNanos(1));
            assertThat(Fails.failureIn(sending.thrown())).isEqualTo(new TimedOut(Phase.CONNECT, limits.tls()));
        }
    }

    /** The client speaks first: by its first word the handshake has begun. */
    private static void awaitHello(Peer peer) {
        long start = System.nanoTime();
        while (peer.received().isEmpty() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
            Thread.onSpinWait();
        }
        assertThat(peer.received()).isNotEmpty();
    }

    @Test
    void interruptEndsAHandshakeThatStalls() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Peer::stall);
                Transport transport = trusting(localhost, System::nanoTime)) {
            Aside<?> sending = Aside.run(() -> transport.send(to(server)));
            Peer peer = server.nextPeer();
            sending.interrupt();
            assertThat(Fails.failureIn(sending.thrown())).isEqualTo(new Cancelled());
            assertThat(peer.peerClosed().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closeEndsASilentStreamAtOnce() throws Exception {
        Script script = peer -> {
            peer.request();
            peer.send(SSE_HEAD + event("a"));
            peer.stall();
        };
        try (ScriptedServer server = secured(localhost, script);
                Transport transport = trusting(localhost, System::nanoTime);
                Exchange exchange = transport.send(to(server))) {
            assertThat(exchange.body().read(new byte[100])).isPositive();
            Aside<?> reading = Aside.run(() -> exchange.body().read(new byte[100]));
            reading.awaitBlocked();
            closeAside(exchange);
            assertThat(Fails.failureIn(reading.thrown())).isEqualTo(new Cancelled());
            assertThat(server.nextPeer().peerClosed().await(10, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private static void closeAside(Exchange exchange) throws InterruptedException {
        Thread.ofVirtual().start(exchange::close).join();
    }

    private static ScriptedServer secured(SSLContext context, Script script) throws IOException {
        return ScriptedServer.start(
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()), script);
    }

    private static Transport trusting(SSLContext context, LongSupplier nanoTime) {
        return new ApacheTransport(Timeouts.DEFAULT, context.getSocketFactory(), nanoTime);
    }

    private static Outgoing to(ScriptedServer server) {
        URI uri = URI.create("https://localhost:" + server.port() + "/");
        return new Outgoing("GET", uri, Headers.NONE, Optional.empty());
    }
}
