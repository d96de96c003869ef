package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelName;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayedRequestTest {

    private static final String FORM_TYPE = "multipart/form-data; boundary=json";
    private static final String MODEL_PART = "--json\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n";
    private static final String FILE_PART =
            "\r\n--json\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n";

    private final SurfaceStage stage = new SurfaceStage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void theBodyAndTheAnswerPassByteForByte() throws Exception {
        String odd = "{ \"model\":\"m\",\n \"x\": 1.0, \"messages\":[] }";
        stage.reply = SurfaceStage.json(201, "{\"odd\" :  [1.50]}");

        HttpResponse<String> answer = stage.post("/v1/chat/completions?a=%20b", odd);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"odd\" :  [1.50]}");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(stage.request().target()).isEqualTo("/chat/completions?a=%20b");
        assertThat(stage.request().model()).hasValue(new ModelName("m"));
        assertThat(stage.bodies).containsExactly(odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "application/foo+json"})
    void anAliasIsReplacedWhateverTheTextIsCalled(String type) throws Exception {
        stage.alias = Optional.of(new ModelName("b"));

        stage.post("/v1/images/generations", type, "{\"model\" : \"a\", \"n\":1.0}");

        assertThat(stage.request().model()).hasValue(new ModelName("a"));
        assertThat(stage.bodies).containsExactly("{\"model\" : \"b\", \"n\":1.0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "hello", "{\"model\":", "a=b&model=c", "\u00fc"})
    void whereNoModelIsNeededAnythingPasses(String body) throws Exception {
        stage.post("/v1/custom", body);

        assertThat(stage.bodies).containsExactly(body);
        assertThat(stage.request().model()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hello", "[]", "'{\"model\":'", "'{} {}'", "null"})
    void whatIsNotAJsonObjectIsRefusedAndCostsNothing(String body) throws Exception {
        HttpResponse<String> answer = stage.post("/v1/chat/completions", "multipart/form-data; boundary=x", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"invalid JSON in request body\",\"type\":\"invalid_request_error\","
                                + "\"param\":null,\"code\":\"invalid_json\"}}");
        assertThat(stage.relayed).isEmpty();
    }

    @Test
    void aMissingBodyIsNamed() throws Exception {
        HttpResponse<String> answer = stage.post("/v1/responses", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"missing request body\"", "\"missing_body\"");
    }

    @Test
    void theModelOfAFormIsReplacedAndTheRestStays() throws Exception {
        stage.alias = Optional.of(new ModelName("gpt-4o-transcribe"));
        String file = FILE_PART + "RIFF\r\n--jso\r\n".repeat(100_000) + "\r\n--json--\r\n";

        stage.post("/v1/audio/transcriptions", FORM_TYPE, MODEL_PART + "ears" + file);

        assertThat(stage.request().model()).hasValue(new ModelName("ears"));
        assertThat(stage.bodies).containsExactly(MODEL_PART + "gpt-4o-transcribe" + file);
    }

    @Test
    void aFormWithoutLengthStaysWithoutOne() throws Exception {
        stage.alias = Optional.of(new ModelName("longer-than-before"));
        String form = MODEL_PART + "ears" + FILE_PART + "RIFF\r\n--json--\r\n";

        stage.send(HttpRequest.newBuilder(stage.uri("/v1/audio/transcriptions"))
                .header("Content-Type", FORM_TYPE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))));

        assertThat(stage.request().body().orElseThrow().length()).isEmpty();
        assertThat(stage.bodies).containsExactly(form.replace("ears", "longer-than-before"));
    }

    @Test
    void aModelBehindALargeFileIsNotLookedFor() throws Exception {
        stage.alias = Optional.of(new ModelName("b"));
        String form = FILE_PART.substring(2) + "x".repeat(70_000) + "\r\n" + MODEL_PART + "a\r\n--json--\r\n";

        stage.post("/v1/audio/transcriptions", FORM_TYPE, form);

        assertThat(stage.request().model()).isEmpty();
        assertThat(stage.bodies).containsExactly(form);
    }

    @Test
    void aFilePassesUnread() throws Exception {
        stage.send(HttpRequest.newBuilder(stage.uri("/v1/uploads/1/parts"))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"model\":\"a\"}")));

        assertThat(stage.request().method()).isEqualTo("PUT");
        assertThat(stage.request().model()).isEmpty();
        assertThat(stage.bodies).containsExactly("{\"model\":\"a\"}");
    }

    @Test
    void aCodedBodyIsRefused() throws Exception {
        HttpResponse<String> answer = stage.send(HttpRequest.newBuilder(stage.uri("/v1/chat/completions"))
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid value for 'Content-Encoding'", "invalid_value");
        assertThat(stage.relayed).isEmpty();
    }

    @Test
    void theBackendIsToldOurIdAndNothingThatBelongsToTheConnection() throws Exception {
        stage.send(HttpRequest.newBuilder(stage.uri("/v1/files"))
                .header("X-Request-Id", "127.0.0.1:9")
                .header("X-Other", "stays"));

        assertThat(stage.request().headers().first("x-request-id")).hasValue("our-id");
        assertThat(stage.request().headers().first("x-other")).hasValue("stays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "PUT", "POST", "OPTIONS", "GET"})
    void everyMethodGoesOn(String method) throws Exception {
        stage.send(
                HttpRequest.newBuilder(stage.uri("/v1/batches/1")).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(stage.request().method()).isEqualTo(method);
        assertThat(stage.request().body()).isEmpty();
    }
}
