package dev.enfilade.contract.policy;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The packaged product with a client. */
record Product(PackagedProduct process, HttpClient client) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHAT =
            "{\"model\":\"%s\",\"stream\":%b,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    static Product start(String configuration) throws IOException, InterruptedException {
        return new Product(
                PackagedProduct.start(Files.createTempDirectory("enfilade-policy"), configuration), newClient());
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** A whole chat at one of the two APIs. */
    HttpResponse<String> chat(String path, String model) throws IOException, InterruptedException {
        return client.send(post(path, CHAT.formatted(model, false)), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> chatLater(String path, String model) {
        return client.sendAsync(post(path, CHAT.formatted(model, true)), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.close();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + process.address().getPort() + path);
    }
}
