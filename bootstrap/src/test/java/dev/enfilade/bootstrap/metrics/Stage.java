package dev.enfilade.bootstrap.metrics;

import static dev.enfilade.adapter.out.openai.testing.Answers.LAST_CHUNK;
import static dev.enfilade.adapter.out.openai.testing.Answers.SSE_HEAD;
import static dev.enfilade.adapter.out.openai.testing.Answers.event;
import static dev.enfilade.adapter.out.openai.testing.Answers.json;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.bootstrap.config.ConfigFile;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Flag;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.di.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The house as it is wired for production, in front of a backend whose models each do something else. */
public final class Stage implements AutoCloseable {

    private static final String LIST =
            "{\"data\":[{\"id\":\"m\"},{\"id\":\"malformed\"},{\"id\":\"busy\"},{\"id\":\"slow\"}]}";
    private static final String USAGE = "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}";
    private static final String FINISH = event("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    /** The first lines of what the backend was asked. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    final ScriptedServer backend = ScriptedServer.start(this::play);
    final House house;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param yaml settings besides the backend */
    public Stage(Path folder, String yaml) throws IOException {
        Flag url = new Flag("test", "backends.main.url", backend.uri("/v1").toString());
        Flag key = new Flag("test", "backends.main.key", "sk-canary-of-the-backend");
        Flag listen = new Flag("--listen", "listen", "127.0.0.1:0");
        this.house = House.open(new ConfigLoader(new Surroundings(Map.of(), folder, folder))
                .loadGiven(new ConfigFile("test.yaml", yaml), List.of(url, key, listen))
                .settings());
    }

    private void play(Peer peer) throws IOException, InterruptedException {
        while (true) {
            String request = peer.request();
            requests.add(request);
            asked.add(request.substring(0, request.indexOf('\r')));
            if (request.contains("\"slow\"")) {
                peer.send(SSE_HEAD + token("a"));
                peer.stall();
            } else {
                peer.send(answer(request));
            }
        }
    }

    private static String answer(String request) {
        if (request.startsWith("GET")) {
            return json(200, LIST);
        }
        if (request.contains("\"busy\"")) {
            return json(429, "{\"error\":{\"message\":\"slow down\"}}");
        }
        if (request.contains("\"malformed\"")) {
            return SSE_HEAD + token("a") + event("{nothing") + LAST_CHUNK;
        }
        if (request.contains("/embeddings")) {
            return json(200, "{\"data\":[{\"index\":0,\"embedding\":[1.0,0.0]}]," + USAGE + "}");
        }
        if (!request.contains("\"stream\":true")) {
            return json(
                            200,
                            "{\"choices\":[{\"message\":{\"content\":\"abc\"},\"finish_reason\":\"stop\"}]," + USAGE
                                    + "}")
                    .replace("Content-Type", "x-request-id: theirs-1\r\nContent-Type");
        }
        return SSE_HEAD.replace("Content-Type", "x-request-id: theirs-1\r\nContent-Type")
                + token("a")
                + token("b")
                + token("c")
                + FINISH
                + event("{\"choices\":[]," + USAGE + "}")
                + event("[DONE]")
                + LAST_CHUNK;
    }

    private static String token(String text) {
        return event("{\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}");
    }

    /** A chat of {@code /api} or {@code /v1}; what the backend was asked for comes from the model's name. */
    public HttpResponse<String> chat(String path, String model, boolean stream, String... headers)
            throws IOException, InterruptedException {
        return post(path, body(model, stream), headers);
    }

    static String body(String model, boolean stream) {
        return "{\"model\":\"" + model + "\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"canary of the prompt\"}]}";
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** All that the backend was asked so far. */
    String received() {
        return String.join("\n", requests);
    }

    URI uri(String path) {
        return URI.create("http://" + house.address() + path);
    }

    Scrape scrape() throws IOException, InterruptedException {
        return new Scrape(get("/metrics").body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        house.close();
        backend.close();
    }
}
