package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How metrics are read. */
@Timeout(120)
class MetricsRoutesTest {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new Stage(folder, "models: {'any:*': {backend: main, model: m}}\n");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void prometheusItselfFindsNoFault() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROMTOOL), "promtool is not installed (Debian: prometheus)");
        stage.chat("/api/chat", "m", true);
        stage.chat("/v1/chat/completions", "m", false);
        System.gc();
        Path scrape = Files.writeString(folder.resolve("scrape"), stage.scrape().text());
        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
                .redirectInput(scrape.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(promtool.inputReader().readAllAsString()).isEmpty();
        assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(promtool.exitValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/v1/metrics/prometheus"})
    void prometheusTextIsTheUsualForm(String path) throws Exception {
        HttpResponse<String> answer = stage.get(path);

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).contains("# TYPE enfilade_http_errors_total counter\n");
        assertThat(stage.send("HEAD", path, "").statusCode()).isEqualTo(200);
        assertThat(stage.send("HEAD", path, "").body()).isEmpty();
    }

    @Test
    void openMetricsHasTheTraceOfASampledRequest() throws Exception {
        stage.chat("/api/chat", "m", true, "traceparent", SAMPLED);
        HttpResponse<String> answer = stage.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/openmetrics-text");
        assertThat(answer.body())
                .contains("trace_id=\"0af7651916cd43dd8448eb211c80319c\"")
                .endsWith("# EOF\n");
    }

    @Test
    void jsonIsInCategoriesWithPercentiles() throws Exception {
        for (int i = 0; i < 20; i++) {
            stage.chat("/api/chat", "m", false);
        }
        JsonNode json = new JsonMapper().readTree(stage.get("/v1/metrics").body());
        JsonNode chats = json.at("/http/enfilade_http_request_duration_seconds/series/0");

        assertThat(json.fieldNames()).toIterable().containsExactly("http", "streaming", "system", "performance");
        assertThat(json.get("http").size()).isGreaterThanOrEqualTo(8);
        assertThat(json.get("streaming").size()).isGreaterThanOrEqualTo(8);
        assertThat(json.get("system").size()).isGreaterThanOrEqualTo(9);
        assertThat(json.get("performance").size()).isGreaterThanOrEqualTo(5);
        assertThat(chats.at("/labels/route").textValue()).isEqualTo("/api/chat");
        assertThat(chats.get("count").intValue()).isEqualTo(20);
        assertThat(chats.get("p50").doubleValue())
                .isPositive()
                .isLessThanOrEqualTo(chats.get("p95").doubleValue());
        assertThat(chats.get("p95").doubleValue())
                .isLessThanOrEqualTo(chats.get("p99").doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/v1/metrics", "/v1/metrics/prometheus", "/v1/metrics/health"})
    void nothingElseIsAnsweredAndNothingIsRelayed(String path) throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            HttpResponse<String> answer = stage.send(method, path, "{\"model\":\"m\"}");

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
        assertThat(stage.get(path).statusCode()).isEqualTo(200);
        assertThat(stage.asked).noneMatch(line -> line.contains("metrics"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    GET,  /metrics/,             404, 404 page not found
                    GET,  /livez/,               404, 404 page not found
                    GET,  /metrics/more,         404, 404 page not found
                    GET,  //metrics,             307, Temporary Redirect
                    GET,  /v1//metrics,          400, bad request
                    GET,  /v1/metrics/,          404, not_found
                    POST, /v1/metrics/,          404, not_found
                    GET,  /v1/metrics//health,   404, not_found
                    GET,  /v1/metrics/health/,   404, not_found
                    GET,  /v1/metrics/else,      404, not_found
                    """)
    void anotherSpellingIsNotThereAndNotRelayed(String method, String path, int status, String text) throws Exception {
        HttpResponse<String> answer = stage.send(method, path, "{\"model\":\"m\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
        assertThat(stage.asked).noneMatch(line -> line.contains("metrics"));
    }

    @Test
    void whatClientsInventIsNoLabel() throws Exception {
        stage.get("/api/tags");
        stage.chat("/api/chat", "any:invented-by-a-client", false);
        stage.chat("/v1/chat/completions", "invented-too", false);
        stage.get("/api/invented-path");
        stage.get("/v1/invented-path");
        stage.send("INVENTED", "/api/chat", "");
        String scrape = stage.scrape().text();

        assertThat(scrape)
                .doesNotContainIgnoringCase("invented")
                .contains(
                        "gen_ai_request_model=\"other\"", "route=\"not_found\"", "route=\"/v1/*\"", "method=\"other\"");
    }

    @Test
    void callsToBackendsAreToldApartByHowTheyEndedAndWhatWasAnswered() throws Exception {
        stage.chat("/api/chat", "m", true);
        stage.chat("/v1/chat/completions", "m", false);
        stage.chat("/api/chat", "malformed", true);
        stage.chat("/v1/chat/completions", "busy", false);
        stage.post("/api/embed", "{\"model\":\"m\",\"input\":\"x\"}");
        stage.backend.close();
        stage.chat("/api/chat", "m", true);
        stage.chat("/v1/chat/completions", "m", true);
        Scrape scrape = stage.scrape();

        assertThat(scrape.values("enfilade_backend_requests_total").keySet())
                .containsExactlyInAnyOrder(
                        calls("complete", "2xx"),
                        calls("up_invalid", "2xx"),
                        calls("up_error", "4xx"),
                        calls("up_unreachable", "none"));
        assertThat(scrape.value(calls("complete", "2xx"))).isEqualTo(3);
    }

    private static String calls(String outcome, String status) {
        return "enfilade_backend_requests_total{backend=\"main\",outcome=\"" + outcome + "\",status=\"" + status
                + "\"}";
    }

    @Test
    void readingIsNoRequestOfAClient() throws Exception {
        stage.scrape();
        Scrape scrape = stage.scrape();

        assertThat(scrape.values("enfilade_http_requests_total").keySet())
                .containsExactly(
                        "enfilade_http_requests_total{api=\"enfilade\",method=\"GET\",route=\"/metrics\",status=\"200\"}");
    }
}
