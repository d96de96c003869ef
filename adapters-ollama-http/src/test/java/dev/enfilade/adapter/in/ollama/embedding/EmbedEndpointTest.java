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
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedEndpointTest {

    private final FakeApplication application = new FakeApplication(
            Cards.stated("embedder", Capability.EMBEDDING), Cards.stated("plain", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void oneTextBecomesOneVectorOfLengthOne() throws Exception {
        HttpResponse<String> answer = server.post("/api/embed", "{\"model\":\"EMBEDDER:latest\",\"input\":\"water\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("{\"model\":\"EMBEDDER:latest\",\"embeddings\":[[0.6,0,0.8,0]],"
                        + "\"total_duration\":1,\"load_duration\":1,\"prompt_eval_count\":2}");
        assertThat(application.embeddings)
                .containsExactly(new EmbeddingRequest(new ModelName("EMBEDDER:latest"), List.of("water")));
    }

    @Test
    void severalTextsBecomeVectorsInTheirOrderEmptyOnesToo() throws Exception {
        application.vectors = () -> new EmbeddingResult(
                List.of(Vector.of(0.5f, -0.25f, 0.125f, 0.8f), Vector.of(-1.1f, 2.2f, 0.001f, -0.5f)),
                OptionalLong.of(6));

        String answer = server.post("/api/embed", "{\"model\":\"plain\",\"input\":[\"\",\"Wasser 水 😀\\n\"]}")
                .body();

        assertThat(answer)
                .startsWith("{\"model\":\"plain\",\"embeddings\":[[0.50816447,-0.25408223,0.12704112,0.81306314],"
                        + "[-0.43825045,0.8765009,0.00039840952,-0.19920474]],");
        assertThat(application.embeddings.getFirst().inputs()).containsExactly("", "Wasser 水 😀\n");
    }

    @ParameterizedTest
    @CsvSource({"2, '[0.6,0.8]'", "3, '[0.6,0.8,0]'", "4, '[0.6,0.8,0,0]'", "0, '[0.6,0.8,0,0]'", "-1, '[0.6,0.8,0,0]'"
    })
    void vectorsAreCutToTheWantedLength(int dimensions, String vector) throws Exception {
        application.vectors = () -> new EmbeddingResult(List.of(Vector.of(3, 4, 0, 0)), OptionalLong.of(1));

        assertThat(server.post(
                                "/api/embed",
                                "{\"model\":\"embedder\",\"input\":\"x\",\"dimensions\":" + dimensions + "}")
                        .body())
                .contains("\"embeddings\":[" + vector + "],");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"input\":null", ",\"input\":\"\"", ",\"input\":[]", ",\"input\":1,\"input\":[]"})
    void nothingToEmbedCostsNothing(String input) throws Exception {
        HttpResponse<String> answer = server.post("/api/embed", "{\"model\":\"embedder\"" + input + "}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"model\":\"embedder\",\"embeddings\":[]}");
        assertThat(application.embeddings).isEmpty();
        assertThat(application.held).containsExactly("embedder Default[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"keep_alive\":\"1m\",\"options\":{\"num_ctx\":256}` | For[duration=PT1M]",
                "`\"keep_alive\":-1,\"truncate\":false`                | Forever[]",
                "`\"keep_alive\":0,\"truncate\":null`                  | None[]",
                "`\"prompt\":1,\"encoding_format\":\"base64\"`         | Default[]",
            })
    void theModelIsHeldAsLongAsTheClientWants(String members, String keepAlive) throws Exception {
        HttpResponse<String> answer =
                server.post("/api/embed", "{\"model\":\"embedder\",\"input\":\"fire\"," + members + "}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(application.held).containsExactly("embedder " + keepAlive);
    }

    @Test
    void whatCannotBePassedOnIsNotLostInSilence() throws Exception {
        server.post(
                "/api/embed",
                "{\"model\":\"embedder\",\"input\":\"fire\",\"truncate\":false,\"options\":{\"num_ctx\":7,\"seed\":1}}");
        server.post("/api/embed", "{\"model\":\"embedder\",\"input\":\"fire\",\"truncate\":null}");

        assertThat(application.embeddings)
                .extracting(EmbeddingRequest::sampling)
                .containsExactly(
                        new Sampling(Map.of(Knob.SEED, 1L), List.of(), List.of("num_ctx", "truncate")), Sampling.UNSET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "7", "{\"text\":\"x\"}", "[\"a\",1]", "[[1,2],[3]]", "[null]", "[1,\"a\"]"})
    void onlyTextsAreEmbedded(String input) throws Exception {
        HttpResponse<String> answer = server.post("/api/embed", "{\"input\":" + input + ",\"model\":\"nosuch\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid input type\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"input\":\"x\"}                                    | 404 | model '' not found",
                "{\"input\":1}                                        | 404 | model '' not found",
                "{\"model\":\"  \"}                                   | 404 | model '  ' not found",
                "{\"model\":\"a b\",\"input\":1}                      | 400 | invalid model name",
                "{\"model\":\"nosuch\",\"options\":{\"seed\":\"x\"}}  | 404 | "
                        + "model \\\"nosuch\\\" not found, try pulling it first",
                "{\"model\":\"plain\",\"options\":{\"seed\":\"x\"}}   | 500 | option \\\"seed\\\" must be of type integer",
                "{\"model\":\"plain\",\"options\":7}                  | 400 | json: cannot unmarshal number into Go "
                        + "struct field EmbedRequest.options of type map[string]interface {}",
                "{\"model\":\"plain\",\"dimensions\":2.0}             | 400 | json: cannot unmarshal number 2.0 into Go "
                        + "struct field EmbedRequest.dimensions of type int",
                "{\"model\":\"plain\",\"truncate\":1}                 | 400 | json: cannot unmarshal number into Go "
                        + "struct field EmbedRequest.truncate of type bool",
                "{\"model\":\"plain\",\"keep_alive\":\"300\"}         | 400 | time: missing unit in duration \\\"300\\\"",
                "{\"model\":\"plain\",\"keep_alive\":true}            | 400 | Unsupported type: 'bool'",
                "{\"model\":\"plain\",\"input\":[1e999]}              | 400 | json: cannot unmarshal number 1e999 into "
                        + "Go struct field EmbedRequest.input of type float64",
            })
    void refusesAsOllamaDoes(String body, int status, String error) throws Exception {
        HttpResponse<String> answer = server.post("/api/embed", body);

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(application.embeddings).isEmpty();
        assertThat(application.held).isEmpty();
    }

    @Test
    void aBackendWithoutTheModelIsToldInTheWordsOfThisRoute() throws Exception {
        Failure gone = new Failure.Refused(404, "no such thing here", Optional.empty(), Optional.empty());
        application.vectors = () -> {
            throw new FailureException(gone);
        };

        HttpResponse<String> answer = server.post("/api/embed", "{\"model\":\"plain\",\"input\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"model \\\"plain\\\" not found, try pulling it first\"}");
        assertThat(application.held).isEmpty();
    }
}
