package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.catalog.Capability;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowEndpointTest {

    private final FakeApplication application = new FakeApplication(
            Cards.stated("plain", Capability.COMPLETION), Cards.stated("acme/models/odd:v2", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsAllThatIsKnown() throws Exception {
        HttpResponse<String> answer = server.post("/api/show", "{\"model\":\"plain\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("{\"license\":\"See the terms of the model's provider.\","
                        + "\"modelfile\":\"# This model is served by a proxy; its own file is not known.\\n"
                        + "FROM plain:latest\\n"
                        + "TEMPLATE \\\"\\\"\\\"{{ .System }}{{ .Prompt }}{{ .Response }}\\\"\\\"\\\"\\n"
                        + "PARAMETER num_ctx 8192\\n\","
                        + "\"parameters\":\"num_ctx                        8192\","
                        + "\"template\":\"{{ .System }}{{ .Prompt }}{{ .Response }}\","
                        + "\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"llama\","
                        + "\"families\":[\"llama\"],\"parameter_size\":\"1.2B\",\"quantization_level\":\"Q4_K_M\"},"
                        + "\"model_info\":{\"general.architecture\":\"llama\",\"general.basename\":\"plain\","
                        + "\"general.file_type\":15,\"general.parameter_count\":1200000000,"
                        + "\"general.quantization_version\":2,"
                        + "\"llama.context_length\":8192,\"llama.embedding_length\":4096},"
                        + "\"capabilities\":[\"completion\"],\"modified_at\":\"2026-01-01T00:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"plain\"}                                                        | plain",
                "{\"model\":\"\",\"name\":\"plain:latest\",\"system\":\"\",\"template\":\"\",\"verbose\":false,"
                        + "\"options\":null} | plain:latest",
                "{\"model\":\"PLAIN\",\"name\":\"nosuch\"}                                   | PLAIN",
                "{\"Model\":\" plain \",\"verbose\":true,\"options\":{\"num_ctx\":\"any\"}}  | plain",
                "{\"model\":\"library/plain\"}                                               | library/plain",
                "{\"model\":\"acme/models/odd:v2\"}                                          | acme/models/odd:v2",
            })
    void findsAModelUnderAnyOfItsNamesAndRepeatsTheAskedOne(String body, String basename) throws Exception {
        HttpResponse<String> answer = server.post("/api/show", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"general.basename\":\"" + basename + "\"");
    }

    @Test
    void showsTheSystemTextThatTheClientBrings() throws Exception {
        assertThat(server.post("/api/show", "{\"model\":\"plain\",\"system\":\"Be <terse>.\"}")
                        .body())
                .contains("{{ .Response }}\",\"system\":\"Be \\u003cterse\\u003e.\",\"details\":{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | 400 | model is required",
                "null                                      | 400 | model is required",
                "{\"model\":\" \",\"name\":\"plain\"}      | 400 | model is required",
                "{\"model\":\"a b\"}                       | 400 | invalid model name",
                "{\"model\":\"plain:\"}                    | 400 | invalid model name",
                "{\"model\":\"nosuch\"}                    | 404 | model 'nosuch:latest' not found",
                "{\"model\":\"nosuch:7b:Local\"}            | 404 | model 'nosuch:7b' not found",
                "{\"model\":\"nosuch:cloud\"}               | 403 | ollama cloud is disabled: remote model details are unavailable",
                "{\"name\":\"nosuch:7b\"}                  | 404 | model 'nosuch:7b' not found",
                "{\"model\":\" library/NoSuch \"}          | 404 | model 'NoSuch:latest' not found",
                "{\"model\":\"acme/nosuch\"}               | 404 | model 'acme/nosuch:latest' not found",
                "{\"model\":\"plain\",\"verbose\":\"yes\"} | 400 | "
                        + "json: cannot unmarshal string into Go struct field ShowRequest.verbose of type bool",
                "{\"model\":\"plain\",\"options\":[]}      | 400 | "
                        + "json: cannot unmarshal array into Go struct field ShowRequest.options of type "
                        + "map[string]interface {}",
            })
    void refusesAsOllamaDoes(String body, int status, String error) throws Exception {
        HttpResponse<String> answer = server.post("/api/show", body);

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }
}
