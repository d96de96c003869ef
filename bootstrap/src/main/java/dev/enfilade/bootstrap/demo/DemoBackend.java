package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The backend of {@code enfilade demo}: a real HTTP server on a free loopback port. */
public final class DemoBackend implements AutoCloseable {

    private static final String BASE = "/v1";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ModelsEndpoint models = new ModelsEndpoint();
    private final ChatEndpoint chat = new ChatEndpoint();
    private final CompletionEndpoint completion = new CompletionEndpoint();
    private final EmbeddingEndpoint embedding = new EmbeddingEndpoint();

    private DemoBackend(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens a port and answers on it until it is closed.
     *
     * @throws IOException if loopback has no port to give
     */
    public static DemoBackend start() throws IOException {
        // Else every second small write of a stream waits for the reader's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        DemoBackend backend = new DemoBackend(HttpServer.create(anyPort, 0));
        backend.server.setExecutor(backend.threads);
        backend.server.createContext("/", backend::handle);
        backend.server.start();
        return backend;
    }

    /** The base URL, as a client of OpenAI would be given it. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * Leaves the exchange open if writing fails or is meant to: the server then cuts the connection, where closing
     * would end the answer properly.
     */
    private void handle(HttpExchange exchange) throws IOException {
        Answer answer = new Answer(exchange);
        try {
            route(exchange, answer);
        } catch (Refusal e) {
            answer.whole(e.status(), e.body());
        }
        exchange.close();
    }

    private void route(HttpExchange exchange, Answer answer) throws IOException, Refusal {
        String path = exchange.getRequestURI().getPath();
        String route = path.startsWith(BASE + "/models/") ? BASE + "/models/" : path;
        switch (exchange.getRequestMethod() + " " + route) {
            case "GET /v1/models" -> answer.whole(200, models.all());
            case "GET /v1/models/" -> answer.whole(200, models.one(path.substring(route.length())));
            case "POST /v1/chat/completions" -> chat.answer(body(exchange), answer);
            case "POST /v1/completions" -> completion.answer(body(exchange), answer);
            case "POST /v1/embeddings" -> answer.whole(200, embedding.vectors(body(exchange)));
            default -> throw Refusal.noSuchPath(exchange.getRequestMethod(), path);
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException, Refusal {
        return Json.read(exchange.getRequestBody());
    }
}
