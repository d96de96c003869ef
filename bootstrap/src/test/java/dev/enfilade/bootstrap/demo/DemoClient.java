package dev.enfilade.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks the demo as a client of OpenAI would, and starts and ends it. */
final class DemoClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DemoBackend backend;

    DemoClient() throws IOException {
        backend = DemoBackend.start();
    }

    HttpClient http() {
        return client;
    }

    DemoBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        client.shutdownNow();
        backend.close();
    }

    JsonNode chat(String model, String text, String more) {
        return post("/chat/completions", 200, chatBody(model, text, more));
    }

    static String chatBody(String model, String text, String more) {
        return "{\"model\":\"%s\",\"messages\":[{\"role\":\"system\",\"content\":\"\"},{\"role\":\"user\",\"content\":%s}]%s}"
                .formatted(model, JSON.valueToTree(text), more);
    }

    static String content(JsonNode answer) {
        return answer.at("/choices/0/message/content").asText();
    }

    static List<String> deltas(List<JsonNode> events, String member) {
        return events.stream()
                .map(event -> event.at("/choices/0/delta").path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** The events of a stream that ends as it should. */
    List<JsonNode> stream(String model, String text, String more) {
        List<String> lines = lines(chatBody(model, text, ",\"stream\":true" + more));
        assertThat(lines.getLast()).isEqualTo("data: [DONE]");
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> parsed(line.substring("data: ".length())))
                .toList();
    }

    List<String> lines(String body) {
        return send(request("/chat/completions", body))
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    JsonNode get(String path) {
        return parsed(send(HttpRequest.newBuilder(uri(path)).build()).body());
    }

    JsonNode post(String path, int status, String body) {
        HttpResponse<String> response = send(request(path, body));
        assertThat(response.statusCode()).isEqualTo(status);
        return parsed(response.body());
    }

    HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create(backend.url() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
