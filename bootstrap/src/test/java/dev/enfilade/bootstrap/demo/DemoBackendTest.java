package dev.enfilade.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a client sees it, over HTTP: everything but what the models say. */
class DemoBackendTest {

    private DemoClient demo;

    @BeforeEach
    void start() throws IOException {
        demo = new DemoClient();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void listsItsModels() {
        JsonNode list = demo.get("/models");

        assertThat(list.path("data"))
                .extracting(model -> model.path("id").asText())
                .containsExactly("demo-echo", "demo-slow", "demo-think", "demo-tools", "demo-error", "demo-embed");
        assertThat(list.path("data"))
                .allSatisfy(model -> assertThat(model.path("owned_by").asText()).isEqualTo("enfilade-demo"));
        assertThat(demo.get("/models/demo-echo")).isEqualTo(list.path("data").path(0));
    }

    @Test
    void errorFailsBeforeTheStream() {
        assertThat(demo.post("/chat/completions", 503, DemoClient.chatBody("demo-error", "hi", ",\"stream\":true"))
                        .at("/error/code")
                        .asText())
                .isEqualTo("demo_error");
    }

    @Test
    void errorFailsInTheMiddleOfTheStream() {
        List<String> lines = demo.lines(DemoClient.chatBody("demo-error", "fail mid way", ",\"stream\":true"));

        assertThat(lines).anyMatch(line -> line.contains("\"content\":\"This\""));
        assertThat(lines.getLast()).startsWith("data: {\"error\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"stream\":true"})
    void errorCutsTheConnection(String streamed) {
        assertThatThrownBy(() -> demo.lines(DemoClient.chatBody("demo-error", "cut it", streamed)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void completionSaysThePromptBack() {
        JsonNode answer =
                demo.post("/completions", 200, "{\"model\":\"demo-echo\",\"prompt\":\"one two\",\"max_tokens\":1}");

        assertThat(answer.at("/choices/0/text").asText()).isEqualTo("one");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    }

    @Test
    void embeddingIsTheSameForTheSameText() {
        JsonNode answer = demo.post("/embeddings", 200, "{\"model\":\"demo-embed\",\"input\":[\"a\",\"b\",\"a\"]}");

        assertThat(answer.path("data")).hasSize(3);
        assertThat(answer.at("/data/0/embedding")).hasSize(8).isEqualTo(answer.at("/data/2/embedding"));
        assertThat(answer.at("/data/0/embedding")).isNotEqualTo(answer.at("/data/1/embedding"));
        assertThat(answer.at("/data/1/index").asInt()).isEqualTo(1);
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void embeddingInBase64HasTheSameNumbers() {
        JsonNode plain = demo.post("/embeddings", 200, "{\"model\":\"demo-embed\",\"input\":\"a\"}");
        JsonNode packed = demo.post(
                "/embeddings", 200, "{\"model\":\"demo-embed\",\"input\":\"a\",\"encoding_format\":\"base64\"}");

        float first = ByteBuffer.wrap(Base64.getDecoder()
                        .decode(packed.at("/data/0/embedding").asText()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getFloat();
        assertThat(first).isEqualTo((float) plain.at("/data/0/embedding/0").asDouble());
    }

    @Test
    void mistakesAreToldInTheShapeOfOpenAi() {
        assertThat(demo.post("/chat/completions", 404, DemoClient.chatBody("nobody", "hi", ""))
                        .at("/error/code")
                        .asText())
                .isEqualTo("model_not_found");
        assertThat(demo.post("/chat/completions", 400, "{")
                        .path("error")
                        .path("message")
                        .asText())
                .contains("not JSON");
        assertThat(demo.post("/chat/completions", 400, "{\"a\":" + "[".repeat(2000))
                        .at("/error/message")
                        .asText())
                .isEqualTo("the body is nested too deeply, or a key or number is far too long");
        assertThat(demo.post("/chat/completions", 400, "[]").at("/error/type").asText())
                .isEqualTo("invalid_request_error");
        assertThat(demo.post("/embeddings", 400, "{\"model\":\"demo-embed\",\"input\":[]}")
                        .has("error"))
                .isTrue();
        assertThat(demo.post("/embeddings", 400, "{\"model\":\"demo-echo\",\"input\":\"a\"}")
                        .has("error"))
                .isTrue();
        assertThat(demo.post("/nowhere", 404, "{}").at("/error/code").asText()).isEqualTo("unknown_url");
    }

    @Test
    void goesOnAfterAClientHasLeft() throws IOException {
        byte[] body =
                DemoClient.chatBody("demo-slow", "to 9999", ",\"stream\":true").getBytes(StandardCharsets.UTF_8);
        try (Socket socket =
                new Socket(demo.backend().url().getHost(), demo.backend().url().getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: demo\r\nContent-Length: " + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine())
                    .isEqualTo("HTTP/1.1 200 OK");
        }

        assertThat(DemoClient.content(demo.chat("demo-echo", "still here", ""))).isEqualTo("still here");
    }
}
