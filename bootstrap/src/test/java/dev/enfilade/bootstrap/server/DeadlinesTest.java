package dev.enfilade.bootstrap.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlinesTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String ENDLESS = "0123456789".repeat(10_000);
    private static final String UNFINISHED =
            "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";

    private final CountDownLatch backendSpeaks = new CountDownLatch(1);

    @Test
    void aClientThatIsSilentInTheMiddleOfItsBodyIsTooSlow() throws Exception {
        try (TestServer server = server(LONG, SHORT, LONG, LONG);
                RawClient client = server.connect()) {
            Answer answer = client.send(UNFINISHED + "12345").answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).isEqualTo("request body was not received in time");
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_BAD);
        }
    }

    @Test
    void aBodyThatComesByteByByteIsTooSlow() throws Exception {
        try (TestServer server = server(LONG, SHORT, LONG, LONG);
                RawClient client = server.connect()) {
            Thread drip = Thread.ofVirtual().start(() -> drip(client, UNFINISHED));

            assertThat(client.answer().status()).isEqualTo(408);
            drip.interrupt();
            drip.join();
        }
    }

    @Test
    void aHeadThatIsNeverFinishedEndsTheConnection() throws Exception {
        try (TestServer server = server(SHORT, LONG, LONG, LONG);
                RawClient client = server.connect()) {
            assertThat(client.send("GET /livez HTTP/1.1\r\nHost: loc").rest()).isEmpty();
        }
    }

    @Test
    void aHeadThatComesByteByByteEndsTheConnectionAllTheSame() throws Exception {
        try (TestServer server = server(SHORT, LONG, LONG, LONG);
                RawClient client = server.connect()) {
            Thread drip = Thread.ofVirtual().start(() -> drip(client, "GET /livez HTTP/1.1\r\nX: "));

            assertThat(restOrReset(client)).isEmpty();
            drip.interrupt();
            drip.join();
        }
    }

    @Test
    void anIdleConnectionIsNotLateWithItsHead() throws Exception {
        try (TestServer server = server(SHORT, LONG, LONG, LONG);
                RawClient idle = server.connect();
                RawClient late = server.connect()) {
            assertThat(late.send("GET").rest()).isEmpty();

            assertThat(idle.get("/livez").answer().body()).isEqualTo("ok");
        }
    }

    @Test
    void anIdleConnectionEnds() throws Exception {
        try (TestServer server = server(LONG, LONG, SHORT, LONG);
                RawClient client = server.connect()) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void aBackendMayBeSilentForLongerThanAnyClient() throws Exception {
        try (TestServer server = server(LONG, LONG, SHORT, SHORT);
                RawClient client = server.connect().get("/silent");
                RawClient other = server.connect()) {
            assertThat(other.rest()).as("a connection that idled for as long").isEmpty();

            backendSpeaks.countDown();

            assertThat(client.answer().body()).isEqualTo("at last");
        }
    }

    /** Jetty used to write an error behind the head of such an answer, in one of some thousand. */
    @Test
    void anAnswerThatBeginsAsTheTimeIsOverIsWholeOrNone() throws Exception {
        try (TestServer server = server(LONG, LONG, LONG, SHORT);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, 200)
                    .mapToObj(_ -> clients.submit(() -> {
                        try (RawClient client = server.connect().get("/at-the-last-moment")) {
                            return client.answer().body();
                        } catch (EOFException givenUp) {
                            return "";
                        }
                    }))
                    .toList();

            for (Future<String> answer : answers) {
                assertThat(answer.get()).isIn("at last", "");
            }
        }
    }

    @Test
    void aClientThatTakesNothingOfItsAnswerIsGivenUp() throws Exception {
        try (TestServer server = server(LONG, LONG, LONG, SHORT);
                RawClient client = server.connect()) {
            client.get("/endless");

            assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_STALL);
        }
    }

    /** What it takes in a while is less than what makes the system call for more. */
    @Test
    void aClientThatTakesALittleNowAndThenLives() throws Exception {
        try (TestServer server = server(LONG, LONG, LONG, SHORT.multipliedBy(5));
                Socket client = new Socket()) {
            client.setReceiveBufferSize(4 * 1024);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.server.port()));
            client.getOutputStream().write("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            for (int i = 0; i < 40; i++) {
                // No synchronisation: this is what the client is like.
                TimeUnit.MILLISECONDS.sleep(SHORT.toMillis() / 4);
                assertThat(client.getInputStream().readNBytes(1024)).hasSize(1024);
            }
            assertThat(server.log).isEmpty();
        }
    }

    private TestServer server(Duration head, Duration bodyIdle, Duration keepAlive, Duration writeStall)
            throws IOException {
        return new TestServer(
                TestServer.limited(usual -> new ServerLimits(
                        usual.body(),
                        usual.bodies(),
                        usual.upload(),
                        usual.head(),
                        head,
                        bodyIdle,
                        keepAlive,
                        writeStall)),
                it -> {
                    it.ollama.post(
                            "/api/chat", ctx -> ctx.result(ctx.bodyInputStream().readAllBytes()));
                    it.ollama.get("/silent", ctx -> {
                        backendSpeaks.await();
                        ctx.result("at last");
                    });
                    it.ollama.get("/at-the-last-moment", ctx -> {
                        LockSupport.parkNanos(
                                SHORT.toNanos() + ThreadLocalRandom.current().nextInt(2_000_000));
                        ctx.result("at last");
                    });
                    it.ollama.get("/endless", DeadlinesTest::endless);
                });
    }

    private static void drip(RawClient client, String beginning) {
        try {
            client.send(beginning);
            while (!Thread.currentThread().isInterrupted()) {
                client.send("x");
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The server has closed, or the test is over.
        }
    }

    /** A byte that comes after the close makes it a reset. */
    private static String restOrReset(RawClient client) {
        try {
            return client.rest();
        } catch (IOException e) {
            return "";
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
