package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second listener. */
@Timeout(120)
class ManagementTest {

    private static final String YAML = "management: {listen: '127.0.0.1:0'}\ndrain: {delay: 0s, timeout: 1s}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/metrics, # TYPE",
        "/v1/metrics/prometheus, # TYPE",
        "/v1/metrics, '{\"http\":'",
        "/v1/metrics/health, '{\"status\":'",
        "/health, '{\"status\":'",
        "/readyz, ok",
        "/livez, ok"
    })
    void metricsAndHealthAreThereAndNowhereElse(String path, String beginning) throws Exception {
        try (Stage stage = new Stage(folder, YAML)) {
            HttpResponse<String> answer = managed(stage, path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(beginning);
            for (String method : new String[] {"GET", "POST"}) {
                assertThat(stage.send(method, path, "").statusCode()).isEqualTo(404);
            }
            assertThat(stage.asked).noneMatch(line -> line.contains("metrics"));
        }
    }

    @Test
    void clientsAreServedElsewhere() throws Exception {
        try (Stage stage = new Stage(folder, YAML)) {
            assertThat(managed(stage, "/api/tags").statusCode()).isEqualTo(404);
            assertThat(managed(stage, "/v1/models").statusCode()).isEqualTo(404);
            assertThat(stage.get("/api/tags").statusCode()).isEqualTo(200);
            assertThat(new Scrape(managed(stage, "/metrics").body()).values("enfilade_http_requests_total"))
                    .hasSize(1);
        }
    }

    @Test
    void itStaysWhenClientsAreNoLongerServed() throws Exception {
        try (Stage stage = new Stage(folder, YAML)) {
            stage.house.drain();

            assertThat(managed(stage, "/readyz").statusCode()).isEqualTo(503);
            assertThat(managed(stage, "/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsNamedWithItsKey() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            assertThatThrownBy(() -> new Stage(folder, "management: {listen: '" + address + "'}\n"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(address, "management.listen");
        }
    }

    private static HttpResponse<String> managed(Stage stage, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://" + stage.house.management().orElseThrow() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
