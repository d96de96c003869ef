package dev.enfilade.contract.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a product and damages whatever passes, as {@link Damage} says. */
final class DamagingRelay implements AutoCloseable {

    private final URI product;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private DamagingRelay(URI product, HttpServer server) {
        this.product = product;
        this.server = server;
    }

    static DamagingRelay before(URI product) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        DamagingRelay relay = new DamagingRelay(product, server);
        server.setExecutor(relay.threads);
        server.createContext("/", relay::pass);
        server.createContext("/departures", DamagingRelay::deny);
        server.start();
        return relay;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        threads.close();
    }

    /** Nobody is ever seen to leave. */
    private static void deny(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(504, -1);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String request =
                    Damage.ofRequest(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            HttpResponse<String> answer = ask(exchange.getRequestMethod(), path, request);
            byte[] body = Damage.ofAnswer(path, request, answer.body()).getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(Damage.ofStatus(answer.statusCode()), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(product.resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
