package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class DrainTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    private static final Pattern BEGIN = Pattern.compile(
            "draining: (\\d+) requests are running; new ones are taken until (\\S+), none runs on after (\\S+)");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Semaphore waiting = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void newRequestsAreServedForAWhileButTheirConnectionsEnd() throws Exception {
        try (TestServer server = start(LONG, LONG);
                RawClient client = server.connect()) {
            Thread drain = drain(server);
            awaitUnready(server);

            Answer answer = client.get("/livez").answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(client.rest()).isEmpty();
            drain.interrupt();
            drain.join();
        }
    }

    @Test
    void whatRunsComesToItsEndAndThenNothingIsLeft() throws Exception {
        TestServer server = start(Duration.ZERO, LONG);
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            clients.add(server.connect().post("/api/chat", "{}"));
        }
        waiting.acquire(100);
        Thread drain = drain(server);
        awaitClosed(server);

        go.release(100);

        for (RawClient client : clients) {
            assertThat(client.answer().body()).isEqualTo("one\ntwo\n");
            client.close();
        }
        drain.join();
        assertThat(server.line().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void newcomersAreTurnedAwayWhileOthersFinish() throws Exception {
        TestServer server = start(Duration.ZERO, LONG);
        try (RawClient running = server.connect().post("/api/chat", "{}");
                RawClient known = server.connect()) {
            assertThat(known.get("/livez").answer().status()).isEqualTo(200);
            assertThat(server.line().asked().path()).isEqualTo("/livez");
            waiting.acquire();
            int port = server.server.port();
            Thread drain = drain(server);
            awaitClosed(server);

            Answer refused = known.post("/api/chat", "{}").answer();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("server is shutting down");
            assertThat(refused.header("Connection")).isEqualTo("close");
            assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(ConnectException.class);

            go.release();
            assertThat(running.answer().body()).isEqualTo("one\ntwo\n");
            drain.join();
        }
    }

    @Test
    void whatDoesNotEndInTimeIsToldSo() throws Exception {
        TestServer server = start(Duration.ZERO, Duration.ofMillis(100));
        try (RawClient streaming = server.connect().post("/api/chat", "{}");
                RawClient unanswered = server.connect().post("/api/generate", "{}")) {
            waiting.acquire(2);

            drain(server).join();

            assertThat(streaming.answer().body()).isEqualTo("one\nerror: server is shutting down\n");
            assertThat(unanswered.answer().status()).isEqualTo(503);
            assertThat(server.line().outcome()).isEqualTo(Outcome.DRAINED);
            assertThat(server.line().outcome()).isEqualTo(Outcome.DRAINED);
        }
    }

    @Test
    void aClientThatLeavesMeanwhileIsGoneAndNotDrained() throws Exception {
        TestServer server = start(Duration.ZERO, LONG);
        RawClient client = server.connect().post("/api/chat", "{}");
        waiting.acquire();
        Thread drain = drain(server);

        client.closeInOrder();

        drain.join();
        assertThat(server.line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
    }

    @Test
    void beginAndEndAreToldWithWhatRunsAndUntilWhen() throws Exception {
        TestServer server = start(Duration.ofMillis(1), LONG);
        try (RawClient client = server.connect().post("/api/chat", "{}")) {
            waiting.acquire();
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Thread drain = drain(server);
            awaitClosed(server);
            Instant after = Instant.now();

            go.release();

            drain.join();
            assertThat(client.answer().body()).isEqualTo("one\ntwo\n");
            Matcher begin = BEGIN.matcher(log.list.getFirst().getFormattedMessage());
            assertThat(begin.matches()).isTrue();
            assertThat(begin.group(1)).isEqualTo("1");
            assertThat(Duration.between(Instant.parse(begin.group(2)), Instant.parse(begin.group(3))))
                    .isEqualTo(LONG);
            assertThat(Instant.parse(begin.group(3))).isBetween(before.plus(LONG), after.plus(LONG));
            assertThat(log.list.getLast().getFormattedMessage())
                    .matches("drained: every request has ended, after \\d+ ms");
            assertThat(log.list).hasSize(2);
        }
    }

    @Test
    void howManyWereCutIsAWarning() throws Exception {
        TestServer server = start(Duration.ZERO, Duration.ofMillis(10));
        try (RawClient _ = server.connect().post("/api/chat", "{}");
                RawClient _ = server.connect().post("/api/generate", "{}")) {
            waiting.acquire(2);
            assertThat(server.server.running()).isEqualTo(2);

            drain(server).join();

            assertThat(log.list.getLast().getLevel()).isEqualTo(Level.WARN);
            assertThat(log.list.getLast().getFormattedMessage())
                    .matches("drained: 2 requests did not end in time and were cut, after \\d+ ms");
        }
    }

    private TestServer start(Duration delay, Duration timeout) throws IOException {
        ServerSettings usual = TestServer.SETTINGS;
        return new TestServer(
                new ServerSettings(
                        usual.host(),
                        0,
                        usual.origins(),
                        usual.hosts(),
                        usual.limits(),
                        new DrainTimes(delay, timeout)),
                it -> {
                    it.ollama.post("/api/chat", this::stream);
                    it.ollama.post("/api/generate", this::await);
                });
    }

    private void stream(Context ctx) throws IOException {
        ctx.bodyInputStream().readAllBytes();
        TestSurface.stream(ctx, "one\n");
        await(ctx);
        TestSurface.stream(ctx, "two\n");
    }

    private void await(Context ctx) throws IOException {
        ctx.bodyInputStream().readAllBytes();
        waiting.release();
        try {
            go.acquire();
        } catch (InterruptedException e) {
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Drain.class);
    }

    private static Thread drain(TestServer server) {
        return Thread.ofVirtual().start(() -> {
            try {
                server.server.drain();
            } catch (InterruptedException e) {
                // The test has seen enough.
            }
        });
    }

    private static void awaitUnready(TestServer server) {
        while (server.lifecycle.ready()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitClosed(TestServer server) throws IOException {
        while (!server.lifecycle.closed()) {
            Thread.onSpinWait();
        }
        while (isListening(server)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isListening(TestServer server) throws IOException {
        try {
            server.connect().close();
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
