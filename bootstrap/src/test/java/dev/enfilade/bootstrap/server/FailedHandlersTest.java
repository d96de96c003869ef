package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailedHandlersTest {

    private volatile Handler handler = ctx -> {};
    private TestServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(it -> it.ollama.post("/api/chat", ctx -> handler.handle(ctx)));
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aFailureBeforeTheFirstByteIsWordedByTheSurfaceOfThePath() throws Exception {
        Answer answer = answerOf(ctx -> {
            throw new FailureException(new Failure.InvalidRequest("no such thing"));
        });

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("no such thing");
        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_BAD);
    }

    @Test
    void aFailureAfterTheFirstByteIsTheLastWordOfTheStream() throws Exception {
        Answer answer = answerOf(ctx -> {
            TestSurface.stream(ctx, "one\n");
            throw new FailureException(new Failure.Broken(Failure.Flaw.CUT));
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("one\nerror: upstream closed the stream before it was complete\n");
        assertThat(server.line().outcome()).isEqualTo(Outcome.UP_CUT);
    }

    @Test
    void aBugIsTheOnly500() throws Exception {
        Answer answer = answerOf(ctx -> {
            throw new IllegalStateException("secret");
        });

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("bug");
        assertThat(server.line().outcome()).isEqualTo(Outcome.INTERNAL);
    }

    @Test
    void aBugAfterTheFirstByteIsNoSuccess() throws Exception {
        Answer answer = answerOf(ctx -> {
            TestSurface.stream(ctx, "one\n");
            throw new IllegalStateException("secret");
        });

        assertThat(answer.body()).isEqualTo("one\nerror: bug\n");
        assertThat(server.line().outcome()).isEqualTo(Outcome.INTERNAL);
    }

    @Test
    void anErrorOfTheMachineIsABugLikeAnyOther() throws Exception {
        Answer answer = answerOf(ctx -> {
            throw new StackOverflowError();
        });

        assertThat(answer.body()).isEqualTo("bug");
        assertThat(client.get("/livez").answer().body()).isEqualTo("ok");
    }

    @Test
    void aSurfaceThatCannotWordItBreaksTheConnection() throws Exception {
        Handler unspeakable = ctx -> {
            TestSurface.stream(ctx, "one\n");
            throw new FailureException(new Failure.Unsupported(TestSurface.UNSPEAKABLE));
        };

        assertThatThrownBy(() -> answerOf(unspeakable)).isInstanceOf(IOException.class);
    }

    @Test
    void aSurfaceMayBreakTheConnectionItself() throws Exception {
        Handler abort = ctx -> {
            TestSurface.stream(ctx, "one\n");
            Objects.requireNonNull(ctx.<Runnable>attribute("enfilade.abort")).run();
        };

        assertThatThrownBy(() -> answerOf(abort))
                .isInstanceOf(IOException.class)
                .hasMessage("Connection reset");
    }

    private Answer answerOf(Handler handler) throws IOException {
        this.handler = handler;
        return client.post("/api/chat", "{}").answer();
    }
}
