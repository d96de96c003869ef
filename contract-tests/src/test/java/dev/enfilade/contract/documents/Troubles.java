package dev.enfilade.contract.documents;

import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import dev.enfilade.contract.core.Client;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A product with a backend for each kind of trouble; the model {@code m} of each is known by the trouble's name. */
final class Troubles implements AutoCloseable {

    private static final String MODELS =
            Answers.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\"}]}");
    private static final String FIRST_PIECE = Answers.SSE_HEAD
            + Answers.event("{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Once\"}}]}");

    private static final String HTML =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 25\r\n\r\n<html>Please log in</html>";

    /** What the backends answer to a chat. */
    private static final Map<String, String> ANSWERS = Map.of(
            "wrong-key",
            Answers.json(401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}"),
            "html",
            HTML,
            "redirect",
            "HTTP/1.1 308 X\r\nLocation: https://api.example.com/v1/chat/completions\r\nContent-Length: 0\r\n\r\n",
            "wrong-url",
            Answers.json(404, "{\"detail\":\"Not Found\"}"),
            "rate-limit",
            Answers.json(429, "{\"error\":{\"message\":\"Rate limit reached\"}}"),
            "slow",
            "",
            "stuck",
            FIRST_PIECE,
            "cut",
            FIRST_PIECE + Answers.LAST_CHUNK);

    private final Path folders;
    private final List<ScriptedServer> servers = new ArrayList<>();
    private final PackagedProduct product;

    Troubles(Path folders) throws IOException, InterruptedException {
        this.folders = folders;
        StringBuilder settings = new StringBuilder("""
            limits: {body: 1MiB}
            retry: {attempts: 1}
            backends:
              gone: {url: 'http://127.0.0.1:9/v1'}
            """);
        ANSWERS.forEach((name, answer) ->
                settings.append("  %s: {url: '%s', key: wrong, dialect: openai, timeouts: {headers: 2s, idle: 2s}}%n"
                        .formatted(name, server(MODELS, answer).uri("/v1"))));
        settings.append("models: {gone: {backend: gone, model: m}, ")
                .append(ANSWERS.keySet().stream()
                        .map(name -> "%s: {backend: %s, model: m}".formatted(name, name))
                        .collect(Collectors.joining(", ", "", "}\n")));
        product = PackagedProduct.start(Files.createTempDirectory(folders, "troubles"), settings.toString());
    }

    /** The status and the body of an answer to a streamed chat with the model of this name. */
    String chat(String model) throws IOException {
        return chat(product, model);
    }

    /** The same for a model whose name is larger than what is taken. */
    String largeChat() throws IOException {
        return chat("m".repeat(2_000_000));
    }

    /** The same where there is no place left. */
    String chatTooMany() throws IOException, InterruptedException {
        String settings = "backends: {main: {url: '%s', dialect: openai}}%nlimits: {streams: 1, queue: 0}%n"
                .formatted(server(MODELS, FIRST_PIECE).uri("/v1"));
        try (PackagedProduct full = PackagedProduct.start(Files.createTempDirectory(folders, "full"), settings);
                Client first = Client.post(full.address(), "/api/chat", body("m"))) {
            first.head();
            return chat(full, "m");
        }
    }

    /** The address of a server that is being stopped. */
    String draining() {
        return "127.0.0.1:"
                + server("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n", "").port();
    }

    @Override
    public void close() {
        product.close();
        servers.forEach(ScriptedServer::close);
    }

    private static String chat(PackagedProduct product, String model) throws IOException {
        try (Client client = Client.post(product.address(), "/api/chat", body(model))) {
            client.head();
            return client.status() + "\n" + String.join("\n", client.bodyLines());
        }
    }

    private static String body(String model) {
        return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}".formatted(model);
    }

    private ScriptedServer server(String toGet, String toPost) {
        ScriptedServer server = ScriptedServer.start(peer -> {
            while (true) {
                peer.send(peer.request().startsWith("GET ") ? toGet : toPost);
            }
        });
        servers.add(server);
        return server;
    }
}
