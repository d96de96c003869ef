package dev.enfilade.contract.sdk;

import dev.enfilade.adapter.in.ollama.OllamaPorts;
import dev.enfilade.adapter.in.ollama.OllamaSettings;
import dev.enfilade.adapter.in.ollama.OllamaSurface;
import dev.enfilade.contract.sdk.Place.Exchange;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;

/** The product's Ollama API over a fake application, with a clock that stands still. */
final class Surface implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Javalin server;

    Surface(OllamaPorts ports) {
        OllamaSurface surface =
                new OllamaSurface(ports, OllamaSettings.DEFAULT, () -> false, InstantSource.fixed(Instant.EPOCH));
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.exception(Exception.class, (e, ctx) -> surface.answer(ctx, e));
                    surface.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    HttpResponse<String> send(Exchange exchange, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + exchange.path()))
                .method(exchange.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop();
        client.close();
    }
}
