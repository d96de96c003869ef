package dev.enfilade.adapter.in.ollama.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import dev.enfilade.domain.request.Sampling;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingsEndpointTest {

    private final FakeApplication application = new FakeApplication(Cards.stated("embedder", Capability.EMBEDDING));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePromptBecomesAVectorAsItIsInDoublePrecision() throws Exception {
        application.vectors =
                () -> new EmbeddingResult(List.of(Vector.of(-1.1f, 2.2f, 0.001f, -0.5f, 3, 0)), OptionalLong.empty());

        HttpResponse<String> answer = server.post(
                "/api/embeddings",
                "{\"model\":\"embedder\",\"prompt\":\"air\",\"options\":{\"num_ctx\":128},\"keep_alive\":60}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("{\"embedding\":[-1.100000023841858,2.200000047683716,0.0010000000474974513,-0.5,3,0]}");
        assertThat(application.embeddings)
                .containsExactly(new EmbeddingRequest(
                        new ModelName("embedder"),
                        List.of("air"),
                        new Sampling(Map.of(), List.of(), List.of("num_ctx"))));
        assertThat(application.held).containsExactly("embedder For[duration=PT1M]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"prompt\":\"\"", "\"prompt\":null", "\"input\":\"x\"", "\"dimensions\":\"x\""})
    void nothingToEmbedCostsNothing(String members) throws Exception {
        HttpResponse<String> answer = server.post("/api/embeddings", "{\"model\":\"embedder\"," + members + "}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"embedding\":[]}");
        assertThat(application.embeddings).isEmpty();
        assertThat(application.held).containsExactly("embedder Default[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prompt\":\"x\"}                         | 400 | model is required",
                "{\"model\":\" \",\"prompt\":\"x\"}         | 400 | model is required",
                "{\"model\":\"a/b/c/d\",\"prompt\":\"x\"}   | 400 | invalid model name",
                "{\"model\":\"nosuch\",\"prompt\":\"x\"}    | 404 | "
                        + "model \\\"nosuch\\\" not found, try pulling it first",
                "{\"model\":\"embedder\",\"options\":{\"temperature\":\"hot\"}} | 500 | "
                        + "option \\\"temperature\\\" must be of type float32",
                "{\"model\":\"embedder\",\"prompt\":[\"x\"]} | 400 | json: cannot unmarshal array into Go struct field "
                        + "EmbeddingRequest.prompt of type string",
                "{\"model\":\"embedder\",\"keep_alive\":\"soon\"} | 400 | time: invalid duration \\\"soon\\\"",
            })
    void refusesAsOllamaDoes(String body, int status, String error) throws Exception {
        HttpResponse<String> answer = server.post("/api/embeddings", body);

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(application.embeddings).isEmpty();
        assertThat(application.held).isEmpty();
    }
}
