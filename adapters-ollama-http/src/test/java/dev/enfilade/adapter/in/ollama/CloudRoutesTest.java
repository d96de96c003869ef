package dev.enfilade.adapter.in.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudRoutesTest {

    private static final String UNSERVED = "{\"error\":\"not served here: this route belongs to Ollama's cloud\"}";

    private final TestServer server = new TestServer(new FakeApplication().ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET    | /api/status                             | 200 | "
                        + "{\"cloud\":{\"disabled\":true,\"source\":\"env\"}}",
                "POST   | /api/me                                 | 401 | {\"error\":\"unauthorized\"}",
                "POST   | /api/signout                            | 404 | " + UNSERVED,
                "DELETE | /api/user/keys/c3NoLWVkMjU1MTk          | 404 | " + UNSERVED,
                "POST   | /api/experimental/web_search            | 404 | " + UNSERVED,
                "POST   | /api/experimental/web_fetch             | 404 | " + UNSERVED,
                "GET    | /api/experimental/model-recommendations | 404 | " + UNSERVED,
            })
    void theCloudIsOff(String method, String path, int status, String body) throws Exception {
        HttpResponse<String> answer = server.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body()).isEqualTo(body);
    }
}
