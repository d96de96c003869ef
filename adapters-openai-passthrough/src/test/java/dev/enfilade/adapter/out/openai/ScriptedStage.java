package dev.enfilade.adapter.out.openai;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.Script;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Headers;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A scripted server with the adapter in front of it. */
final class ScriptedStage<B> implements Stage<B> {

    /** What a server does with one request. */
    @FunctionalInterface
    interface Answering {

        void answer(String request, Peer peer, ScriptedStage<?> stage) throws IOException, InterruptedException;
    }

    private final CountDownLatch silence = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final ScriptedServer server;
    private final OpenAiPassthrough passthrough;
    private final Function<OpenAiPassthrough, B> port;

    private ScriptedStage(Function<OpenAiPassthrough, B> port, boolean alwaysStream, Answering... answers) {
        this.port = port;
        Script script = peer -> {
            for (int i = 0; ; i++) {
                answers[Math.min(i, answers.length - 1)].answer(peer.request(), peer, this);
            }
        };
        server = ScriptedServer.start(script);
        passthrough = new OpenAiPassthrough(settings(server, alwaysStream), System::nanoTime);
    }

    /** A server that answers its requests so, one after the other, and the last way all further ones. */
    static <B> ScriptedStage<B> of(Function<OpenAiPassthrough, B> port, Answering... answers) {
        return new ScriptedStage<>(port, false, answers);
    }

    /** The same, behind an adapter that always asks for a stream. */
    static <B> ScriptedStage<B> streaming(Function<OpenAiPassthrough, B> port, Answering... answers) {
        return new ScriptedStage<>(port, true, answers);
    }

    static PassthroughSettings settings(ScriptedServer server, boolean alwaysStream) {
        return new PassthroughSettings(
                server.uri("/v1"),
                Optional.of(new Secret("test-key-1234")),
                new DialectChoice.Auto(),
                Timeouts.DEFAULT,
                alwaysStream,
                Headers.NONE,
                "enfilade-test");
    }

    /** Sends nothing any more until the client has gone. */
    void fallSilent(Peer peer) throws InterruptedException {
        silence.countDown();
        peer.stall();
        abandoned.countDown();
    }

    /** A server that takes the request and says nothing. */
    static Answering silent() {
        return (request, peer, stage) -> stage.fallSilent(peer);
    }

    /** The request of the first connection, once it has come. */
    String received() throws InterruptedException {
        return server.nextPeer().received();
    }

    @Override
    public B backend() {
        return port.apply(passthrough);
    }

    @Override
    public void awaitSilence() {
        await(silence, "the script came to its silence");
    }

    @Override
    public void awaitAbandoned() {
        await(abandoned, "the server noticed that nobody listens");
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(20, SECONDS)).as(what).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(what, e);
        }
    }

    @Override
    public void close() {
        passthrough.close();
        server.close();
    }
}
