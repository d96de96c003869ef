package dev.enfilade.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final AtomicReference<List<BackendHealth>> backends = new AtomicReference<>(List.of());
    private Javalin javalin;

    @BeforeEach
    void start() {
        HealthRoutes health = new HealthRoutes("1.2.3", ready::get, backends::get);
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    health.all().forEach(route -> {
                        config.routes.get(route.path(), route.handler());
                        config.routes.head(route.path(), route.handler());
                    });
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        javalin.stop();
    }

    @Test
    void aProcessThatAnswersIsAlive() throws Exception {
        ready.set(false);

        assertThat(send("GET", "/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void aProcessThatLeavesIsNotReady() throws Exception {
        assertThat(send("GET", "/readyz").statusCode()).isEqualTo(200);

        ready.set(false);

        assertThat(send("GET", "/readyz").statusCode()).isEqualTo(503);
        assertThat(send("HEAD", "/readyz").statusCode()).isEqualTo(503);
    }

    @Test
    void backendsAreListedAsTheyAre() throws Exception {
        backends.set(List.of(
                new BackendHealth("main", true, OptionalLong.of(12), 3),
                new BackendHealth("sp\"are", false, OptionalLong.empty(), 0)));

        HttpResponse<String> answer = send("GET", "/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"degraded\",\"version\":\"1.2.3\",\"backends\":["
                        + "{\"name\":\"main\",\"up\":true,\"latency_ms\":12,\"models\":3},"
                        + "{\"name\":\"sp\\\"are\",\"up\":false,\"latency_ms\":null,\"models\":0}]}");
    }

    @Test
    void withAllBackendsUpAllIsWell() throws Exception {
        backends.set(List.of(new BackendHealth("main", true, OptionalLong.of(1), 1)));

        assertThat(send("GET", "/health").body()).startsWith("{\"status\":\"ok\"");
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + javalin.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
