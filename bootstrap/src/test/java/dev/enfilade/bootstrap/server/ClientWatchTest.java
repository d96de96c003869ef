package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClientWatchTest {

    private final Semaphore waiting = new Semaphore(0);
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    @Test
    void aClientThatClosesEndsAHandlerThatWaits() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", this::waitForEver))) {
            RawClient client = server.connect().post("/api/chat", "{}");
            waiting.acquire();

            client.closeInOrder();

            assertThat(ended()).isEqualTo("interrupted");
            assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        }
    }

    @Test
    void aClientThatResetsEndsAHandlerThatWaits() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", this::waitForEver))) {
            RawClient client = server.connect().post("/api/chat", "{}");
            waiting.acquire();

            client.closeByReset();

            assertThat(ended()).isEqualTo("interrupted");
            assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        }
    }

    @Test
    void aClientThatClosesItsHalfIsGoneAndSeesNoAnswer() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", this::waitForEver));
                RawClient client = server.connect().post("/api/chat", "{}")) {
            waiting.acquire();

            client.closeHalf();

            assertThat(ended()).isEqualTo("interrupted");
            assertThat(answerOrNothing(client)).isEmpty();
        }
    }

    @Test
    void aClientThatClosesEndsAReadFromASilentBackend() throws Exception {
        try (ServerSocket backend = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TestServer server = new TestServer(it -> it.openai.get("/v1/x", ctx -> readFrom(backend)))) {
            RawClient client = server.connect().get("/v1/x");
            try (Socket call = backend.accept()) {
                client.closeInOrder();

                assertThat(call.getInputStream().read())
                        .as("the backend's view of the call")
                        .isEqualTo(-1);
            }
            assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        }
    }

    @Test
    void aClientThatClosesInTheMiddleOfAStreamEndsIt() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", ctx -> {
            TestSurface.stream(ctx, "first\n");
            waitForEver(ctx);
        }))) {
            RawClient client = server.connect().post("/api/chat", "{}");
            client.head();
            assertThat(client.chunk()).isEqualTo("first\n");
            waiting.acquire();

            client.closeInOrder();

            assertThat(ended()).isEqualTo("interrupted");
            assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        }
    }

    @Test
    void aClientThatClosesWithItsNextRequestSentEndsTheFirst() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", this::waitForEver))) {
            RawClient client = server.connect().post("/api/chat", "{}");
            waiting.acquire();

            client.get("/livez").closeInOrder();

            assertThat(ended()).isEqualTo("interrupted");
        }
    }

    @Test
    void fiveHundredClientsThatCloseAtOnceEndAllTheirHandlers() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", this::waitForEver))) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                clients.add(server.connect().post("/api/chat", "{}"));
            }
            waiting.acquire(500);

            for (RawClient client : clients) {
                client.closeInOrder();
            }

            for (int i = 0; i < 500; i++) {
                assertThat(ended()).isEqualTo("interrupted");
                assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
            }
        }
    }

    @Test
    void aPipelinedRequestDuringAStreamIsAnsweredAfterIt() throws Exception {
        Semaphore go = new Semaphore(0);
        try (TestServer server = withProbe(it -> it.ollama.post("/api/chat", ctx -> {
                    TestSurface.stream(ctx, "one\n");
                    go.acquire();
                    TestSurface.stream(ctx, "two\n");
                }));
                RawClient client = server.connect().post("/api/chat", "{}")) {
            client.head();
            assertThat(client.chunk()).isEqualTo("one\n");
            letTheWatchCatchUp(server);

            client.get("/livez");
            letTheWatchCatchUp(server);
            go.release();

            assertThat(client.chunk()).isEqualTo("two\n");
            assertThat(client.chunk()).isEmpty();
            assertThat(client.answer().body()).isEqualTo("ok");
        }
    }

    @Test
    void aPipelinedRequestLargerThanWhatIsReadAheadArrivesWhole() throws Exception {
        Semaphore go = new Semaphore(0);
        String large = "0123456789".repeat(200_000);
        try (TestServer server = withProbe(it -> {
                    it.ollama.get("/wait", ctx -> go.acquire());
                    it.ollama.post(
                            "/echo", ctx -> ctx.result(ctx.bodyInputStream().readAllBytes()));
                });
                RawClient client = server.connect().get("/wait")) {
            letTheWatchCatchUp(server);
            Thread sender = Thread.ofVirtual().start(() -> post(client, "/echo", large));
            letTheWatchCatchUp(server);
            go.release();

            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(client.answer().body()).isEqualTo(large);
            sender.join();
        }
    }

    @Test
    void aConnectionServesAThousandRequestsUnderWatch() throws Exception {
        Semaphore go = new Semaphore(0);
        try (TestServer server = withProbe(it -> it.ollama.post("/api/chat", ctx -> {
                    byte[] body = ctx.bodyInputStream().readAllBytes();
                    go.acquire();
                    ctx.result(body);
                }));
                RawClient client = server.connect()) {
            for (int i = 0; i < 1000; i++) {
                client.post("/api/chat", "{" + i + "}");
                letTheWatchCatchUp(server);
                go.release();
                assertThat(client.answer().body()).isEqualTo("{" + i + "}");
            }
        }
    }

    @Test
    void anInterruptThatAHandlerLeavesBehindReachesNobodyElse() throws Exception {
        BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
        try (TestServer server = new TestServer(it -> {
                    it.ollama.get("/dirty", ctx -> Thread.currentThread().interrupt());
                    it.ollama.get(
                            "/clean",
                            ctx -> interrupted.add(Thread.currentThread().isInterrupted()));
                });
                RawClient client = server.connect()) {
            client.send("GET /dirty HTTP/1.1\r\nHost: localhost\r\n\r\nGET /clean HTTP/1.1\r\nHost: localhost\r\n\r\n");
            client.answer();
            client.answer();

            assertThat(interrupted.take()).isFalse();
        }
    }

    private TestServer withProbe(Consumer<TestServer> routes) throws IOException {
        return new TestServer(it -> {
            routes.accept(it);
            it.ollama.get("/probe", this::waitForEver);
        });
    }

    /** A client that comes and goes: once its leaving is noticed, so is everything that happened before it came. */
    private void letTheWatchCatchUp(TestServer server) throws Exception {
        RawClient probe = server.connect().get("/probe");
        waiting.acquire();
        probe.closeInOrder();
        assertThat(ended()).isEqualTo("interrupted");
    }

    private static void post(RawClient client, String path, String body) {
        try {
            client.post(path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitForEver(Context ctx) throws IOException {
        ctx.bodyInputStream().readAllBytes();
        waiting.release();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            ended.add("interrupted");
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    private static void readFrom(ServerSocket backend) {
        try (Socket call = new Socket(backend.getInetAddress(), backend.getLocalPort())) {
            call.getInputStream().read();
        } catch (IOException e) {
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    private String ended() throws InterruptedException {
        String how = ended.poll(30, TimeUnit.SECONDS);
        return how == null ? "never" : how;
    }

    private static String answerOrNothing(RawClient client) {
        try {
            return client.rest();
        } catch (IOException reset) {
            return "";
        }
    }
}
