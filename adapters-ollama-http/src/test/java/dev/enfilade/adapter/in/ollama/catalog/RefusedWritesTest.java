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

class RefusedWritesTest {

    private final FakeApplication application = new FakeApplication(Cards.stated("plain", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /api/push   | {\"model\":\"plain\",\"stream\":false}       | 501 | pushing a model",
                "POST   | /api/create | {\"model\":\"mine\",\"from\":\"plain\"}      | 501 | creating a model",
                "POST   | /api/create | {\"name\":\"mine\",\"files\":{\"a\":\"b\"},\"license\":[\"MIT\"],"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}     | 501 | creating a model",
                "POST   | /api/copy   | {\"source\":\"plain\",\"destination\":\"x\"} | 501 | copying a model",
                "DELETE | /api/delete | {\"model\":\"\",\"name\":\"PLAIN:latest\"}   | 400 | deleting a model",
            })
    void saysThatItKeepsNoModels(String method, String path, String body, int status, String what) throws Exception {
        HttpResponse<String> answer = server.send(method, path, body);

        assertThat(answer.body())
                .isEqualTo("{\"error\":\"" + what
                        + " is not supported: this server passes requests on and keeps no models\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /api/push   | {}                                        | 400 | model is required",
                "POST   | /api/create | {\"model\":\"a b\",\"from\":\"plain\"}    | 400 | invalid model name",
                "POST   | /api/create | {}                                        | 400 | invalid model name",
                "POST   | /api/create | {\"model\":\"mine\",\"license\":[1e999]}   | 400 | json: cannot unmarshal number 1e999 "
                        + "into Go struct field CreateRequest.license of type float64",
                "POST   | /api/copy   | {\"destination\":\"x\"}                   | 400 | source \\\"\\\" is invalid",
                "POST   | /api/copy   | {\"source\":\"a\\\"b\",\"destination\":\"x\"} | 400 | "
                        + "source \\\"a\\\\\\\"b\\\" is invalid",
                "POST   | /api/copy   | {\"source\":\"nosuch\",\"destination\":\"a b\"} | 400 | "
                        + "destination \\\"a b\\\" is invalid",
                "POST   | /api/copy   | {\"source\":\"nosuch \",\"destination\":\"x\"} | 400 | "
                        + "source \\\"nosuch \\\" is invalid",
                "POST   | /api/copy   | {\"source\":\"plain\",\"destination\":\" x\"} | 400 | "
                        + "destination \\\" x\\\" is invalid",
                "DELETE | /api/delete | {\"model\":\"nosuch:local:cloud\"}      | 400 | "
                        + "use either :local or :cloud, not both: \\\"nosuch:local:cloud\\\"",
                "POST   | /api/copy   | {\"source\":\"plain\"}                    | 400 | destination \\\"\\\" is invalid",
                "POST   | /api/copy   | {\"source\":\"nosuch\",\"destination\":\"x\"} | 404 | model \\\"nosuch\\\" not found",
                "DELETE | /api/delete | {}                                        | 400 | model is required",
                "DELETE | /api/delete | {\"model\":\" \"}                         | 400 | model is required",
                "DELETE | /api/delete | {\"model\":\"a b\"}                       | 400 | name \\\"a b\\\" is invalid",
                "DELETE | /api/delete | {\"model\":\"\",\"name\":\"nosuch:7b\"}   | 404 | model 'nosuch:7b' not found",
            })
    void otherFaultsComeFirstInOllamasWords(String method, String path, String body, int status, String error)
            throws Exception {
        HttpResponse<String> answer = server.send(method, path, body);

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/copy, source", "DELETE, /api/delete, model"})
    void membersThatOllamaDoesNotKnowDoNotMatter(String method, String path, String member) throws Exception {
        String body = "{\"destination\":\"x\",\"unknown\":[{\"model\":1}],\"" + member + "\":\"nosuch\"}";

        assertThat(server.send(method, path, body).statusCode()).isEqualTo(404);
    }

    @Test
    void aModelThatAnswersToAnyNameIsNoSourceWithoutAName() throws Exception {
        application.models.add(Cards.stated("", Capability.COMPLETION));

        assertThat(server.post("/api/copy", "{\"destination\":\"x\"}").body())
                .isEqualTo("{\"error\":\"source \\\"\\\" is invalid\"}");
    }
}
