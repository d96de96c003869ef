package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.observation.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every deadline is short here, so each test waits for just one of them. */
@Timeout(60)
class DeadlinesTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String ENDLESS = "0123456789".repeat(10_000);

    private final CountDownLatch backendSpeaks = new CountDownLatch(1);
    private TestServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(
                TestServer.limited(usual ->
                        new ServerLimits(usual.body(), usual.upload(), usual.head(), SHORT, SHORT, SHORT, SHORT)),
                it -> {
                    it.ollama.post(
                            "/api/chat", ctx -> ctx.result(ctx.bodyInputStream().readAllBytes()));
                    it.ollama.get("/silent", ctx -> {
                        backendSpeaks.await();
                        ctx.result("at last");
                    });
                    it.ollama.get("/endless", DeadlinesTest::endless);
                });
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aClientThatIsSilentInTheMiddleOfItsBodyIsTooSlow() throws Exception {
        Answer answer = client.send("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345")
                .answer();

        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.body()).isEqualTo("request body was not received in time");
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_BAD);
    }

    @Test
    void aHeadThatIsNeverFinishedEndsTheConnection() throws Exception {
        assertThat(client.send("GET /livez HTTP/1.1\r\nHost: loc").rest()).isEmpty();
    }

    @Test
    void aHeadThatComesByteByByteEndsTheConnectionAllTheSame() throws Exception {
        Thread drip = Thread.ofVirtual().start(this::drip);

        assertThat(client.rest()).isEmpty();
        drip.interrupt();
        drip.join();
    }

    @Test
    void anIdleConnectionEnds() throws Exception {
        assertThat(client.get("/livez").answer().body()).isEqualTo("ok");

        assertThat(client.rest()).isEmpty();
    }

    @Test
    void aBackendMayBeSilentForLongerThanAnyClient() throws Exception {
        client.get("/silent");
        try (RawClient other = server.connect()) {
            assertThat(other.rest()).as("a connection that idled for as long").isEmpty();
        }

        backendSpeaks.countDown();

        assertThat(client.answer().body()).isEqualTo("at last");
    }

    @Test
    void aClientThatTakesNothingOfItsAnswerIsGivenUp() throws Exception {
        client.get("/endless");

        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_STALL);
    }

    private void drip() {
        try {
            client.send("GET /livez HTTP/1.1\r\nX: ");
            while (!Thread.currentThread().isInterrupted()) {
                client.send("x");
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The server has closed, or the test is over.
        }
    }

    private static void endless(Context ctx) {
        try {
            while (true) {
                TestSurface.stream(ctx, ENDLESS);
            }
        } catch (IOException e) {
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }
}
