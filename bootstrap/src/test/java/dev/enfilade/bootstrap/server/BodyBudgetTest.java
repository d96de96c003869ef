package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all requests together may hold; room for one and a half of the largest translated one. */
@Timeout(60)
class BodyBudgetTest {

    private static final int BODY = 400_000;
    private static final int BODIES = 1_200_000;

    private final Semaphore allowed = new Semaphore(0);
    private final Semaphore held = new Semaphore(0);
    private TestServer server;
    private RawClient first;
    private RawClient second;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(
                TestServer.limited(usual -> new ServerLimits(
                        BODY,
                        BODIES,
                        usual.upload(),
                        usual.head(),
                        usual.headDeadline(),
                        usual.bodyIdle(),
                        usual.keepAlive(),
                        usual.writeStall())),
                it -> {
                    it.ollama.post("/api/chat", ctx -> {
                        int size = ctx.bodyInputStream().readAllBytes().length;
                        held.release();
                        allowed.acquire();
                        ctx.result("" + size);
                    });
                    it.ollama.post("/fails", ctx -> {
                        ctx.bodyInputStream().readAllBytes();
                        throw new IllegalStateException("a bug");
                    });
                    it.openai.post(
                            "/v1/chat",
                            ctx -> ctx.result("" + ctx.bodyInputStream().readAllBytes().length));
                    it.openai.post(
                            "/v1/files",
                            ctx -> ctx.result("" + ctx.bodyInputStream().readAllBytes().length));
                });
        first = server.connect();
        second = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
        server.close();
    }

    @Test
    void aBodyForWhichThereIsNoRoomIsRefusedUnread() throws Exception {
        hold(BODY);

        Answer answer =
                second.send(head("/api/chat", "Content-Length: " + BODY)).answer();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).startsWith("server busy");
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(server.line().outcome()).isEqualTo(Outcome.SHED);
    }

    @Test
    void aClientThatSendsAllTheSameLearnsWhy() throws Exception {
        hold(BODY);

        assertThat(second.post("/api/chat", "x".repeat(BODY)).answer().status()).isEqualTo(503);
    }

    @Test
    void aSmallBodyFindsRoomBesideALargeOne() throws Exception {
        hold(BODY);
        allowed.release(2);

        assertThat(second.post("/api/chat", "x".repeat(1_000)).answer().body()).isEqualTo("1000");
        assertThat(first.answer().body()).isEqualTo("" + BODY);
    }

    @Test
    void aRelayedBodyTakesHalfTheRoom() throws Exception {
        hold(BODY);

        assertThat(second.post("/v1/chat", "x".repeat(BODY)).answer().body()).isEqualTo("" + BODY);
    }

    @Test
    void aBodyOfUnknownLengthTakesItsRoomAsItComes() throws Exception {
        hold(BODY);
        String chunk = "186a0\r\n" + "x".repeat(100_000) + "\r\n";

        Answer answer = second.send(head("/api/chat", "Transfer-Encoding: chunked") + chunk.repeat(4) + "0\r\n\r\n")
                .answer();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(held.availablePermits()).isZero();
    }

    @Test
    void roomIsGivenBackWhenARequestIsOver() throws Exception {
        allowed.release(100);
        for (int i = 0; i < 5; i++) {
            assertThat(first.post("/api/chat", "x".repeat(BODY)).answer().body())
                    .isEqualTo("" + BODY);
            assertThat(first.post("/fails", "x".repeat(BODY)).answer().status()).isEqualTo(500);
        }
    }

    @Test
    void roomIsGivenBackWhenAClientLeavesInTheMiddle() throws Exception {
        first.send(head("/api/chat", "Content-Length: " + BODY) + "x".repeat(200_000));
        first.closeHalf();
        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        allowed.release();

        assertThat(answerOnceThereIsRoom().body()).isEqualTo("" + BODY);
    }

    @Test
    void uploadsPassUnheld() throws Exception {
        hold(BODY);
        String type = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000";

        assertThat(second.send(head("/v1/files", type) + "x".repeat(500_000))
                        .answer()
                        .body())
                .isEqualTo("500000");
    }

    @Test
    void whatCouldNeverHaveRoomIsTooLarge() throws Exception {
        try (TestServer small = new TestServer(
                        TestServer.limited(usual -> new ServerLimits(
                                BODY,
                                2_000,
                                usual.upload(),
                                usual.head(),
                                usual.headDeadline(),
                                usual.bodyIdle(),
                                usual.keepAlive(),
                                usual.writeStall())),
                        it -> it.ollama.post("/api/chat", ctx -> ctx.result("unread")));
                RawClient client = small.connect()) {
            assertThat(client.post("/api/chat", "x".repeat(1_001)).answer().status())
                    .isEqualTo(413);
        }
    }

    /** The line of the log is written a moment before the room is given back. */
    private Answer answerOnceThereIsRoom() throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            try (RawClient client = server.connect()) {
                Answer answer = client.post("/api/chat", "x".repeat(BODY)).answer();
                if (answer.status() != 503) {
                    return answer;
                }
            }
        }
        throw new AssertionError("there was never room");
    }

    private void hold(int size) throws Exception {
        first.post("/api/chat", "x".repeat(size));
        held.acquire();
    }

    private static String head(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n";
    }
}
