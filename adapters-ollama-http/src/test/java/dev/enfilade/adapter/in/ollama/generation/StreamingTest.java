package dev.enfilade.adapter.in.ollama.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.ScriptedEvents;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.stream.EventStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamingTest {

    private static final String BODY = "{\"model\":\"plain\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private final BlockingQueue<Optional<GenerationEvent>> events = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final FakeApplication application = new FakeApplication(Cards.stated("plain", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @BeforeEach
    void queue() {
        application.answer = Queued::new;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyEventIsSentAtOnceInAChunkOfItsOwn() throws Exception {
        try (Socket client = connect()) {
            events.add(Optional.of(new TextDelta("a")));
            BufferedReader answer = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            String head = head(answer);
            String first = chunk(answer);
            events.add(Optional.of(new TextDelta("b")));
            String second = chunk(answer);
            events.add(Optional.of(ScriptedEvents.STOP));
            String last = chunk(answer);

            assertThat(head)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Content-Type: application/x-ndjson\n")
                    .doesNotContainIgnoringCase("content-length")
                    .doesNotContainIgnoringCase("content-encoding");
            assertThat(first).contains("\"content\":\"a\"").endsWith("}");
            assertThat(second).contains("\"content\":\"b\"").endsWith("}");
            assertThat(last).contains("\"done\":true").endsWith("}");
        }
    }

    @Test
    void aClientThatStopsReadingEndsItsStream() throws Exception {
        try (Socket client = connect()) {
            events.add(Optional.of(new TextDelta("a")));
            head(new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8)));
        }
        while (closed.getCount() > 0) {
            events.add(Optional.of(new TextDelta("x".repeat(10_000))));
            closed.await(10, TimeUnit.MILLISECONDS);
        }

        assertThat(closed.getCount()).isZero();
    }

    @Test
    void nothingIsSentBeforeTheFirstEventSoThatAFailureStillHasItsStatus() throws Exception {
        events.add(Optional.empty());

        assertThat(server.post("/api/chat", BODY).statusCode()).isEqualTo(502);
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.setSoTimeout(30_000);
        client.getOutputStream()
                .write(("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nContent-Length: "
                                + BODY.length() + "\r\n\r\n" + BODY)
                        .getBytes(UTF_8));
        return client;
    }

    private static String head(BufferedReader answer) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** The line that one chunk holds; Jetty sends the line end behind a chunk together with the next one. */
    private static String chunk(BufferedReader answer) throws IOException {
        String size = answer.readLine();
        if (size.isEmpty()) {
            size = answer.readLine();
        }
        String line = answer.readLine();
        assertThat(line.length() + 1).isEqualTo(Integer.parseInt(size, 16));
        return line;
    }

    /** Plays events as they are put into the queue; absent is a break. */
    private final class Queued implements EventStream<GenerationEvent> {

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public GenerationEvent next() {
            try {
                return events.take().orElseThrow(() -> new FailureException(new Failure.Broken(Failure.Flaw.CUT)));
            } catch (InterruptedException e) {
                throw new FailureException(new Failure.Cancelled(), e);
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
