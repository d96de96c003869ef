package dev.enfilade.adapter.out.openai.relay;

import static dev.enfilade.adapter.out.openai.testing.Answers.LAST_CHUNK;
import static dev.enfilade.adapter.out.openai.testing.Answers.chunk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.adapter.out.openai.transport.ApacheTransport;
import dev.enfilade.adapter.out.openai.transport.BackendHeaders;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.adapter.out.openai.transport.Transport;
import dev.enfilade.application.port.out.RelayBackend;
import dev.enfilade.application.port.out.RelayScript;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;

/** A relay to a scripted server. */
final class RelayStage implements Stage<RelayBackend> {

    static final String KEY = "k-0123456789abcdef";

    private final CountDownLatch silence;
    private final ScriptedServer server;
    private final Transport transport;
    private final RelayBackend backend;

    private RelayStage(CountDownLatch silence, Script script) {
        this(silence, Credentials.ours(Optional.of(new Secret(KEY))), script);
    }

    private RelayStage(CountDownLatch silence, Credentials credentials, Script script) {
        this.silence = silence;
        this.server = ScriptedServer.start(script);
        this.transport = new ApacheTransport(
                Timeouts.DEFAULT, (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime);
        this.backend = new PassthroughRelay(
                BackendAddress.of(server.uri("/base/v1/")),
                transport,
                new BackendHeaders(credentials, new Headers(List.of(new Header("x-extra", "1"))), "enfilade/test"),
                new AnswerPolicy(new BackendFailures(credentials, server.uri("/base/v1/")), credentials));
    }

    /** Answers the requests of a connection with these bytes, one after the other. */
    static RelayStage answering(String... answers) {
        return new RelayStage(new CountDownLatch(0), inTurn(answers));
    }

    /** The same, by a relay that shows these. */
    static RelayStage showing(Credentials credentials, String... answers) {
        return new RelayStage(new CountDownLatch(0), credentials, inTurn(answers));
    }

    private static Script inTurn(String... answers) {
        return peer -> {
            for (String answer : answers) {
                peer.request();
                peer.send(answer);
            }
            peer.stall();
        };
    }

    static RelayStage silent() {
        CountDownLatch silence = new CountDownLatch(1);
        return new RelayStage(silence, peer -> {
            peer.request();
            silence.countDown();
            peer.stall();
        });
    }

    static RelayStage playing(RelayScript script) {
        CountDownLatch silence = new CountDownLatch(1);
        return new RelayStage(silence, peer -> {
            peer.request();
            peer.send(head(script));
            for (String piece : script.pieces()) {
                peer.send(chunk(piece));
            }
            end(script, peer, silence);
        });
    }

    private static String head(RelayScript script) {
        return script.headers().lines().stream()
                .map(line -> line.name() + ": " + line.value() + "\r\n")
                .collect(Collectors.joining(
                        "", "HTTP/1.1 " + script.status() + " X\r\n", "Transfer-Encoding: chunked\r\n\r\n"));
    }

    private static void end(RelayScript script, Peer peer, CountDownLatch silence)
            throws IOException, InterruptedException {
        switch (script.ending()) {
            case COMPLETE -> peer.send(LAST_CHUNK);
            case CUT -> {}
            case SILENT -> {
                silence.countDown();
                peer.stall();
            }
        }
    }

    ScriptedServer server() {
        return server;
    }

    @Override
    public RelayBackend backend() {
        return backend;
    }

    @Override
    public void awaitSilence() {
        await(silence);
    }

    @Override
    public void awaitAbandoned() {
        try {
            await(server.nextPeer().peerClosed());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
