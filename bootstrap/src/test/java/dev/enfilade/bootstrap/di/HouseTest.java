package dev.enfilade.bootstrap.di;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.enfilade.bootstrap.config.ConfigFile;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Flag;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.demo.DemoBackend;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    void forbiddenModelIsNeitherListedNorServedUnderAnyOfItsNames() throws Exception {
        String yaml = """
            models: {other: demo-tools, shown: demo-echo}
            catalog: {deny: [demo-tools, "demo-th*", OTHER]}
            """;
        try (House house = House.open(settings(yaml))) {
            assertThat(get(house, "/api/tags").body())
                    .contains("shown", "demo-echo")
                    .doesNotContain("demo-tools", "demo-think", "other");
            assertThat(get(house, "/v1/models").body())
                    .contains("shown", "demo-echo")
                    .doesNotContain("demo-tools", "demo-think", "other");
            for (String name : List.of("demo-tools", "Demo-Tools:latest", "demo-tools:local", "demo-think", "other")) {
                HttpResponse<String> ollama = post(house, "/api/chat", chat(name));
                assertThat(ollama.statusCode()).isEqualTo(404);
                assertThat(ollama.body()).isEqualTo("{\"error\":\"model '" + name + "' not found\"}");
                HttpResponse<String> openAi = post(house, "/v1/chat/completions", chat(name));
                assertThat(openAi.statusCode()).isEqualTo(404);
                assertThat(openAi.body()).contains("\"code\":\"model_not_found\"", "\"param\":null");
                assertThat(get(house, "/v1/models/" + name).statusCode()).isEqualTo(404);
                assertThat(post(house, "/api/show", "{\"model\":\"" + name + "\"}")
                                .statusCode())
                        .isEqualTo(404);
            }
            assertThat(post(house, "/api/chat", chat("shown")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNotAllowedIsForbiddenAndDenyWins() throws Exception {
        try (House house = House.open(settings("catalog: {allow: ['demo-e*'], deny: [demo-embed]}"))) {
            assertThat(post(house, "/api/chat", chat("demo-echo")).statusCode()).isEqualTo(200);
            assertThat(post(house, "/v1/chat/completions", chat("demo-echo")).statusCode())
                    .isEqualTo(200);
            assertThat(post(house, "/api/chat", chat("demo-tools")).statusCode())
                    .isEqualTo(404);
            assertThat(post(house, "/v1/chat/completions", chat("unheard-of")).statusCode())
                    .isEqualTo(404);
            assertThat(post(house, "/api/embed", "{\"model\":\"demo-embed\",\"input\":\"Hi\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void optionsOfAModelStandInForThoseOfClientsOrReplaceThem() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        HttpServer recorder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        recorder.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        recorder.start();
        String yaml = """
            backends: {recorder: {url: 'http://127.0.0.1:%d/v1', dialect: openai}}
            models:
              tuned:
                backend: recorder
                options:
                  defaults: {temperature: 0.25, num_predict: 77, stop: ["\\n", "a,b"]}
                  forced: {top_p: 0.5, seed: 7}
            """.formatted(recorder.getAddress().getPort());
        try (House house = House.open(settings(yaml))) {
            post(house, "/api/chat", chat("tuned"));
            assertThat(chatIn(asked))
                    .contains(
                            "\"temperature\":0.25", "77", "\"stop\":[\"\\n\",\"a,b\"]", "\"top_p\":0.5", "\"seed\":7");

            post(
                    house,
                    "/api/generate",
                    "{\"model\":\"tuned\",\"prompt\":\"Hi\",\"stream\":false,\"options\":"
                            + "{\"temperature\":1.5,\"num_predict\":-1,\"stop\":null,\"top_p\":0.9}}");
            assertThat(chatIn(asked))
                    .contains("\"temperature\":1.5", "\"stop\":[\"\\n\",\"a,b\"]", "\"top_p\":0.5", "\"seed\":7")
                    .doesNotContain("77");

            post(house, "/v1/chat/completions", chat("tuned"));
            assertThat(chatIn(asked)).doesNotContain("temperature", "top_p");
        } finally {
            recorder.stop(0);
        }
    }

    private static String chatIn(BlockingQueue<String> asked) throws InterruptedException {
        String body = asked.poll(30, TimeUnit.SECONDS);
        while (body != null && body.isEmpty()) {
            body = asked.poll(30, TimeUnit.SECONDS);
        }
        return String.valueOf(body);
    }

    @Test
    void nextSettingsTakeOverWhileAStreamGoesOn() throws Exception {
        try (House house = House.open(settings("models: {first: demo-slow}"))) {
            HttpResponse<InputStream> stream = client.send(
                    request(house, "/api/generate")
                            .POST(BodyPublishers.ofString("{\"model\":\"first\",\"prompt\":\"one two three\"}"))
                            .build(),
                    BodyHandlers.ofInputStream());

            house.renew(settings("models: {second: demo-echo}\nversion: 0.99.2"));

            assertThat(get(house, "/api/version").body()).contains("0.99.2");
            assertThat(get(house, "/api/tags").body()).contains("second").doesNotContain("first");
            assertThat(post(house, "/api/chat", chat("first")).statusCode()).isEqualTo(404);
            assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"done\":true");
            assertThat(get(house, "/api/ps").body()).contains("first");
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

    private static String chat(String model) {
        return "{\"model\":\"" + model + "\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
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
