package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RequestLimitsTest {

    private static final int BODY = 1000;
    private static final int BODIES = 1_000_000;
    private static final int UPLOAD = 5000;

    private final AtomicInteger handled = new AtomicInteger();
    private TestServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(
                TestServer.limited(usual -> new ServerLimits(
                        BODY,
                        BODIES,
                        UPLOAD,
                        usual.head(),
                        usual.headDeadline(),
                        usual.bodyIdle(),
                        usual.keepAlive(),
                        usual.writeStall())),
                it -> {
                    it.ollama.post("/api/chat", ctx -> {
                        ctx.result(ctx.bodyInputStream().readAllBytes());
                        handled.incrementAndGet();
                    });
                    it.ollama.post("/unread", ctx -> ctx.result("unread"));
                    it.openai.post(
                            "/v1/files", ctx -> ctx.result(ctx.bodyInputStream().readAllBytes()));
                });
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aBodyWithinTheLimitPasses() throws Exception {
        String body = "x".repeat(BODY);

        assertThat(client.post("/api/chat", body).answer().body()).isEqualTo(body);
    }

    @Test
    void anAnnouncedBodyBeyondTheLimitIsRefusedUnread() throws Exception {
        Answer answer = client.send(head("/api/chat", "Content-Length: 1001")).answer();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("request body too large");
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(server.line().outcome()).isEqualTo(Outcome.LIMITED);
        assertThat(handled).hasValue(0);
    }

    @Test
    void aClientThatAsksFirstIsNotToldToGoOn() throws Exception {
        Answer answer = client.send(head("/api/chat", "Content-Length: 1001\r\nExpect: 100-continue"))
                .answer();

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOnWithinTheLimit() throws Exception {
        client.send(head("/api/chat", "Content-Length: 3\r\nExpect: 100-continue"));

        assertThat(client.head().status()).isEqualTo(100);
        assertThat(client.send("abc").answer().body()).isEqualTo("abc");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefusedInTheMiddle() throws Exception {
        client.send(head("/api/chat", "Transfer-Encoding: chunked"));
        client.send("3e8\r\n" + "x".repeat(BODY) + "\r\n");

        Answer answer = client.send("1\r\nx\r\n").answer();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(handled).hasValue(0);
    }

    @Test
    void aClientThatSendsFirstAndReadsThenLearnsThatItWasTooMuch() throws Exception {
        String large = "x".repeat(20_000_000);

        assertThat(client.post("/api/chat", large).answer().status()).isEqualTo(413);
    }

    @Test
    void aClientThatSendsTooMuchInChunksMayFinishAsWell() throws Exception {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        client.send(head("/api/chat", "Transfer-Encoding: chunked"));
        for (int i = 0; i < 5_000; i++) {
            client.send(chunk);
        }

        assertThat(client.send("0\r\n\r\n").answer().status()).isEqualTo(413);
    }

    @Test
    void uploadsHaveALimitOfTheirOwn() throws Exception {
        String body = "x".repeat(UPLOAD);
        String type = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ";

        assertThat(client.send(head("/v1/files", type + UPLOAD) + body).answer().body())
                .isEqualTo(body);
        assertThat(client.send(head("/v1/files", type + (UPLOAD + 1))).answer().status())
                .isEqualTo(413);
    }

    @Test
    void aClientThatLeavesInTheMiddleOfItsBodyIsGone() throws Exception {
        client.send(head("/api/chat", "Content-Length: 10") + "12345").closeHalf();

        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x3\r\nabc\r\n0\r\n\r\n",
                "+3\r\nabc\r\n0\r\n\r\n",
                "zz\r\n",
                "fffffffffffffffffff\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3;a=\"x\rb\"\r\nabc\r\n0\r\n\r\n"
            })
    void aBadChunkIsABadRequest(String chunks) throws Exception {
        Answer answer = client.send(head("/api/chat", "Transfer-Encoding: chunked") + chunks)
                .answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("bad request");
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_BAD);
        assertThat(handled).hasValue(0);
    }

    @Test
    void anUnreadBodyDoesNotBecomeTheNextRequest() throws Exception {
        client.post("/unread", "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(client.answer().body()).isEqualTo("unread");
        assertThat(client.get("/livez").answer().body()).isEqualTo("ok");
    }

    private static String head(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n";
    }
}
