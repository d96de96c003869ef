package dev.enfilade.contract.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The proxy that one writes on an afternoon: right as long as nothing goes wrong. */
final class NaiveProxy implements AutoCloseable {

    private static final Pattern CONTENT = Pattern.compile("\"content\":\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI backend;
    private final HttpServer server;

    private NaiveProxy(URI backend, HttpServer server) {
        this.backend = backend;
        this.server = server;
    }

    static NaiveProxy start(URI backend) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        NaiveProxy proxy = new NaiveProxy(backend, server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", proxy::handle);
        server.start();
        return proxy;
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest request = HttpRequest.newBuilder(URI.create(backend + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (OutputStream out = exchange.getResponseBody()) {
            Stream<String> lines =
                    client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
            exchange.sendResponseHeaders(200, 0);
            lines.map(NaiveProxy::token).filter(token -> !token.isEmpty()).forEach(token -> write(out, token, false));
            write(out, "", true);
        } catch (IOException | InterruptedException | UncheckedIOException e) {
            exchange.close();
        }
    }

    private static String token(String line) {
        Matcher content = CONTENT.matcher(line);
        return content.find() ? content.group(1) : "";
    }

    private static void write(OutputStream out, String token, boolean done) {
        try {
            out.write(("{\"message\":{\"content\":\"" + token + "\"},\"done\":" + done + "}\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
