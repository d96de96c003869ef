package dev.enfilade.bootstrap.di;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.bootstrap.config.ConfigFile;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Flag;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.demo.DemoBackend;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything together, as it is wired for production, in front of a real backend. */
class HouseTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private DemoBackend backend;

    @BeforeEach
    void startBackend() throws IOException {
        backend = DemoBackend.start();
    }

    @AfterEach
    void closeBoth() {
        client.shutdownNow();
        backend.close();
    }

    @Test
    void bothSurfacesReachTheConfiguredBackend() throws Exception {
        try (House house = House.open(settings("models: {llama3: demo-echo}"))) {
            assertThat(post(house, "/api/generate", "{\"model\":\"llama3\",\"prompt\":\"Hi\",\"stream\":false}")
                            .body())
                    .contains("\"response\":\"Hi\"");
            assertThat(post(
                                    house,
                                    "/v1/chat/completions",
                                    "{\"model\":\"llama3\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                            .body())
                    .contains("\"content\":\"Hi\"");
            assertThat(get(house, "/api/tags").body()).contains("\"llama3:latest\"", "\"demo-tools:latest\"");
        }
    }

    @Test
    void settingsReachThePartsThatTheyAreFor() throws Exception {
        String yaml = """
                version: 0.99.1
                hosts: [proxy.example.com]
                cors: {origins: ["https://app.example.com"]}
                limits: {body: 100B}
                """;
        try (House house = House.open(settings(yaml))) {
            HttpRequest fromPage = request(house, "/api/version")
                    .header("Origin", "https://app.example.com")
                    .build();

            assertThat(get(house, "/api/version").body()).isEqualTo("{\"version\":\"0.99.1\"}");
            assertThat(client.send(fromPage, BodyHandlers.ofString())
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains("https://app.example.com");
            assertThat(post(house, "/api/generate", "{\"model\":\"" + "x".repeat(200) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void modelGoesToTheBackendThatItNames() throws Exception {
        String yaml = """
                backends: {gone: {url: 'http://127.0.0.1:1'}}
                models:
                  here: {backend: demo, model: demo-echo}
                  there: {backend: gone, model: demo-echo}
                """;
        try (House house = House.open(settings(yaml))) {
            assertThat(post(house, "/api/generate", "{\"model\":\"here\",\"prompt\":\"Hi\",\"stream\":false}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(house, "/api/generate", "{\"model\":\"there\",\"prompt\":\"Hi\",\"stream\":false}")
                            .statusCode())
                    .isEqualTo(502);
        }
    }

    @Test
    void healthTellsOfEveryBackend() throws Exception {
        try (House house = House.open(settings("backends: {gone: {url: 'http://127.0.0.1:1'}}"))) {
            get(house, "/api/tags");

            assertThat(get(house, "/health").body())
                    .contains(
                            "\"status\":\"degraded\"",
                            "\"name\":\"demo\",\"up\":true",
                            "\"name\":\"gone\",\"up\":false");
            assertThat(get(house, "/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takenAddressIsAnIoException() throws Exception {
        try (House house = House.open(settings(""))) {
            Settings same = new ConfigLoader(new Surroundings(Map.of(), folder, folder))
                    .loadGiven(
                            file(""),
                            List.of(
                                    url(),
                                    new Flag(
                                            "--listen",
                                            "listen",
                                            house.address().toString())))
                    .settings();

            assertThatThrownBy(() -> House.open(same)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyListensAfterTheDrain() throws Exception {
        try (House house = House.open(settings("drain: {delay: 0s, timeout: 1s}"))) {
            assertThat(get(house, "/livez").statusCode()).isEqualTo(200);

            house.drain();

            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(request(house, "/livez").build(), BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private Settings settings(String yaml) {
        return new ConfigLoader(new Surroundings(Map.of(), folder, folder))
                .loadGiven(file(yaml), List.of(url(), new Flag("--listen", "listen", "127.0.0.1:0")))
                .settings();
    }

    private static ConfigFile file(String yaml) {
        return new ConfigFile("test.yaml", yaml);
    }

    private Flag url() {
        return new Flag("test", "backends.demo.url", backend.url().toString());
    }

    private HttpResponse<String> get(House house, String path) throws IOException, InterruptedException {
        return client.send(request(house, path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(House house, String path, String body) throws IOException, InterruptedException {
        return client.send(
                request(house, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(House house, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + house.address() + path));
    }
}
