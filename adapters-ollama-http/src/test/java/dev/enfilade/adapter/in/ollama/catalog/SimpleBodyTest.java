package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleBodyTest {

    private final TestServer server = new TestServer(new FakeApplication().ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/show,       ShowRequest",
        "POST,   /api/pull,       PullRequest",
        "POST,   /api/push,       PushRequest",
        "POST,   /api/create,     CreateRequest",
        "POST,   /api/copy,       CopyRequest",
        "DELETE, /api/delete,     DeleteRequest",
        "POST,   /api/embed,      EmbedRequest",
        "POST,   /api/embeddings, EmbeddingRequest",
    })
    void aBodyThatIsNoObjectIsRefusedInGosWords(String method, String path, String type) throws Exception {
        assertRefused(method, path, "", "missing request body");
        assertRefused(method, path, "hello", "invalid character 'h' looking for beginning of value");
        assertRefused(method, path, "[1]", "json: cannot unmarshal array into Go value of type api." + type);
        assertRefused(
                method,
                path,
                type.equals("CopyRequest") ? "{\"source\":1}" : "{\"MODEL\":1}",
                "json: cannot unmarshal number into Go struct field " + type + "."
                        + (type.equals("CopyRequest") ? "source" : "model") + " of type string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"model\":\"x\",\"files\":[]}              | array | files | map[string]string",
                "{\"model\":\"x\",\"adapters\":{\"a\":1}}    | number | adapters | string",
                "{\"model\":\"x\",\"parameters\":\"p\"}      | string | parameters | map[string]interface {}",
                "{\"model\":\"x\",\"messages\":{}}           | object | messages | []api.Message",
                "{\"model\":\"x\",\"messages\":[{\"role\":1}]} | number | messages.role | string",
                "{\"model\":\"x\",\"quantize\":4}            | number | quantize | string",
                "{\"model\":\"x\",\"stream\":1}              | number | stream | bool",
            })
    void membersOfTheWrongTypeAreRefusedInGosWords(String body, String found, String member, String type)
            throws Exception {
        assertRefused(
                "POST",
                "/api/create",
                body,
                "json: cannot unmarshal " + found + " into Go struct field CreateRequest." + member + " of type "
                        + type);
    }

    private void assertRefused(String method, String path, String body, String error) throws Exception {
        HttpResponse<String> answer = server.send(method, path, body);

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }
}
