package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobEndpointTest {

    private static final String DIGEST = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    private final TestServer server = new TestServer(new FakeApplication().ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"sha256:" + DIGEST + ", 404", "sha256-" + DIGEST + ", 404", "sha256:00, 400", "x" + DIGEST + ", 400"})
    void noBlobIsThere(String digest, int status) throws Exception {
        HttpResponse<String> answer = server.send("HEAD", "/api/blobs/" + digest, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void noneCanBeBrought() throws Exception {
        HttpResponse<String> answer = server.post("/api/blobs/sha256:" + DIGEST, "x");

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).startsWith("{\"error\":\"uploading a blob is not supported: ");
    }

    @Test
    void aDigestThatIsNoneIsRefused() throws Exception {
        HttpResponse<String> answer = server.post("/api/blobs/sha256:00", "x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid digest format\"}");
    }

    @Test
    void withoutADigestThereIsNoRoute() throws Exception {
        HttpResponse<String> answer = server.post("/api/blobs/", "x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).isEqualTo("404 page not found");
    }
}
