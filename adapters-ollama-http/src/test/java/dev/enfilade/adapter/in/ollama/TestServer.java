package dev.enfilade.adapter.in.ollama;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.UriCompliance;

/** The surface behind a server on loopback, with the settings of the real one that matter to it. */
public final class TestServer implements AutoCloseable {

    static {
        // Jetty spells content types its own way otherwise: read once, when its classes are loaded.
        System.setProperty("org.eclipse.jetty.http.HttpGenerator.STRICT", "true");
    }

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123450Z");

    public final AtomicBoolean draining = new AtomicBoolean();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Javalin javalin;

    public TestServer(OllamaPorts ports) {
        OllamaSurface surface =
                new OllamaSurface(ports, OllamaSettings.DEFAULT, draining::get, InstantSource.fixed(NOW));
        this.javalin = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.router.ignoreTrailingSlashes = false;
                    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
                    config.routes.exception(Exception.class, (e, ctx) -> surface.answer(ctx, e));
                    config.routes.exception(NotFoundResponse.class, (e, ctx) -> unmatched(surface, ctx));
                    surface.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** What the server says to these bytes until it closes the connection. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), javalin.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
        client.close();
    }

    private static void unmatched(OllamaSurface surface, Context ctx) {
        try {
            List<String> allowed = surface.allowed(ctx.path());
            if (allowed.isEmpty() || allowed.contains(ctx.req().getMethod())) {
                surface.notFound(ctx);
            } else {
                surface.methodNotAllowed(ctx, allowed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
