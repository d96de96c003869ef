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
import org.junit.jupiter.params.provider.ValueSource;

class PullEndpointTest {

    private final FakeApplication application =
            new FakeApplication(Cards.stated("everything:7b", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"everything:7b\"}",
                "{\"model\":\"\",\"name\":\"library/Everything:7b\",\"stream\":null}",
                "{\"model\":\"everything:7b\",\"stream\":false,\"stream\":null,\"insecure\":true,\"password\":\"x\"}",
            })
    void aModelThatIsServedIsThereAtOnce(String body) throws Exception {
        HttpResponse<String> answer = server.post("/api/pull", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body()).isEqualTo("""
                        {"status":"pulling manifest"}
                        {"status":"verifying sha256 digest"}
                        {"status":"writing manifest"}
                        {"status":"success"}
                        """);
    }

    @Test
    void unstreamedThereIsOnlyTheSuccess() throws Exception {
        HttpResponse<String> answer =
                server.post("/api/pull", "{\"model\":\"\",\"name\":\"everything:7b\",\"stream\":false}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\"}");
    }

    @Test
    void anyOtherModelFailsAsTheStreamsLastLine() throws Exception {
        HttpResponse<String> answer = server.post("/api/pull", "{\"model\":\"nosuch\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body()).isEqualTo("""
                        {"status":"pulling manifest"}
                        {"error":"pull model manifest: file does not exist"}
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"model\":\"nosuch\",\"stream\":false} | 500 | pull model manifest: file does not exist",
                "{\"model\":\"a b\"}                     | 400 | invalid model name",
                "{\"model\":\" \"}                       | 400 | invalid model name",
                "{}                                      | 400 | invalid model name",
                "{\"model\":\"x\",\"stream\":\"no\"}     | 400 | "
                        + "json: cannot unmarshal string into Go struct field PullRequest.stream of type bool",
                "{\"model\":\"x\",\"username\":1}        | 400 | "
                        + "json: cannot unmarshal number into Go struct field PullRequest.username of type string",
            })
    void refusesAsOllamaDoes(String body, int status, String error) throws Exception {
        HttpResponse<String> answer = server.post("/api/pull", body);

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @Test
    void aModelThatAnswersToAnyNameDoesNotAnswerToNone() throws Exception {
        application.models.add(Cards.stated("", Capability.COMPLETION));

        assertThat(server.post("/api/pull", "{}").body()).isEqualTo("{\"error\":\"invalid model name\"}");
    }
}
