package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiSurfaceTest {

    private final SurfaceStage stage = new SurfaceStage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void anAnswerWithoutATypeGetsNone() throws Exception {
        for (int status : new int[] {200, 204}) {
            stage.reply = SurfaceStage.response(status, ScriptedBytes.whole());
            assertThat(stage.get("/v1/files/f").headers().map()).doesNotContainKey("content-type");
        }
    }

    @Test
    void anAnswerThatBreaksBeforeItsFirstByteIsAnError() throws Exception {
        stage.reply = SurfaceStage.response(200, ScriptedBytes.cutAfter("{\"half"), "Content-Type: application/json");

        HttpResponse<String> answer = stage.post("/v1/embeddings", "{}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("upstream_closed");
    }

    @Test
    void soundIsPassedOnBeforeItIsComplete() throws Exception {
        HeldBytes sound = new HeldBytes("first");
        stage.reply = SurfaceStage.response(200, sound, "Content-Type: audio/mpeg");

        try (ListeningClient client = ListeningClient.post(stage.uri("/v1/audio/speech"), "{}")) {
            assertThat(client.awaitBody("first")).contains("Content-Type: audio/mpeg");
        } finally {
            sound.release();
        }
    }

    @ParameterizedTest
    @CsvSource({"200, HEAD", "204, DELETE"})
    void anAnswerWithoutBodyHasItsHeadersOnly(int status, String method) throws Exception {
        stage.reply = status == 200
                ? SurfaceStage.response(status, ScriptedBytes.whole(), "Content-Type: text/x", "Content-Length: 1234")
                : SurfaceStage.response(status, ScriptedBytes.whole());

        HttpResponse<String> answer = stage.send(
                HttpRequest.newBuilder(stage.uri("/v1/files/1")).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length"))
                .isEqualTo(status == 200 ? Optional.of("1234") : Optional.empty());
    }

    @Test
    void aPartOfAFileKeepsItsStatus() throws Exception {
        stage.reply = SurfaceStage.response(
                206, ScriptedBytes.whole("bc"), "Content-Type: text/plain", "Content-Range: bytes 1-2/4");

        HttpResponse<String> answer = stage.get("/v1/files/1/content");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 1-2/4");
        assertThat(answer.body()).isEqualTo("bc");
    }

    @Test
    void aRateLimitSaysWhenToComeBack() throws Exception {
        stage.failure = Optional.of(new Failure.RateLimited(
                "slow down", Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(7))));

        HttpResponse<String> answer = stage.post("/v1/chat/completions", "{}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void aRequestThatOurEndCancelsIsToldSo() throws Exception {
        stage.draining = true;
        stage.failure = Optional.of(new Failure.Cancelled());

        HttpResponse<String> answer = stage.post("/v1/chat/completions", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("server is shutting down", "shutting_down");
    }

    @Test
    void aBugIsAQuiet500() throws Exception {
        stage.models = () -> {
            throw new IllegalStateException("secret detail");
        };

        HttpResponse<String> answer = stage.get("/v1/models");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("internal server error").doesNotContain("secret");
    }
}
