package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeartbeatTest {

    private static final String BEAT = ": keep-alive\n\n";
    private static final String CHUNK =
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";
    private static final String FINISH = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private final SurfaceStage stage = new SurfaceStage(Optional.of(Duration.ofMillis(20)));

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aSilentStreamHearsCommentsBetweenItsEventsOnly() throws Exception {
        PipedBytes backend = new PipedBytes();
        try (ListeningClient client = stream(backend)) {
            backend.send(CHUNK);
            String heard = client.awaitBody(BEAT);
            backend.send(FINISH.substring(0, 30));
            heard += client.awaitBody(BEAT) + client.awaitBody(BEAT);
            backend.send(FINISH.substring(30) + DONE);
            heard += client.awaitBody(DONE);

            assertThat(body(heard).replace(BEAT, "")).isEqualTo(CHUNK + FINISH + DONE);
        }
    }

    @Test
    void nothingComesBeforeTheFirstEvent() throws Exception {
        PipedBytes backend = new PipedBytes();
        try (ListeningClient client = stream(backend)) {
            backend.send(CHUNK.substring(0, 30));
            awaitBeatsElsewhere();
            backend.send(CHUNK.substring(30));

            assertThat(body(client.awaitBody("\n\n"))).isEqualTo(CHUNK);
        }
    }

    @Test
    void aStreamThatIsCutBehindACommentEndsInItsErrorEvent() throws Exception {
        PipedBytes backend = new PipedBytes();
        try (ListeningClient client = stream(backend)) {
            backend.send(CHUNK);
            client.awaitBody(BEAT);
            backend.end();

            assertThat(body("\r\n\r\n" + client.awaitBody("0\r\n\r\n")).replace(BEAT, ""))
                    .startsWith("data: {\"error\":{\"message\":\"upstream closed the stream")
                    .endsWith("}\n\n");
        }
    }

    @Test
    void whatIsNoEventStreamStaysAsItIs() throws Exception {
        PipedBytes sound = new PipedBytes();
        stage.reply = SurfaceStage.response(200, sound, "Content-Type: audio/mpeg");
        try (ListeningClient client = ListeningClient.post(stage.uri("/v1/audio/speech"), "{}")) {
            sound.send("first");
            client.awaitBody("first");
            awaitBeatsElsewhere();
            sound.send("second");

            assertThat(client.awaitBody("second")).doesNotContain("keep-alive");
        }
    }

    /** After this, every stream that was silent before is due, and more than once. */
    private void awaitBeatsElsewhere() throws IOException, InterruptedException {
        PipedBytes backend = new PipedBytes();
        try (ListeningClient client = stream(backend)) {
            backend.send(CHUNK);
            for (int beat = 0; beat < 4; beat++) {
                client.awaitBody(BEAT);
            }
        }
    }

    private ListeningClient stream(PipedBytes backend) throws IOException, InterruptedException {
        stage.reply = SurfaceStage.sse(backend);
        ListeningClient client = ListeningClient.post(stage.uri("/v1/chat/completions"), "{\"stream\":true}");
        backend.awaitReader();
        return client;
    }

    /** Without head, and without the sizes of chunks. */
    private static String body(String heard) {
        String body = heard.substring(heard.indexOf("\r\n\r\n") + 2);
        return body.replaceAll("\r\n(?:[0-9A-F]+\r\n)?", "");
    }
}
