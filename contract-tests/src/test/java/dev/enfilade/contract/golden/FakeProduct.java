package dev.enfilade.contract.golden;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Answers every request with one body, to see the replayer pass and fail; in this process or as a program of its own.
 */
public final class FakeProduct implements AutoCloseable {

    private final HttpServer server;

    private FakeProduct(HttpServer server) {
        this.server = server;
    }

    /** The product as a program: says where it listens, and answers with its version. */
    public static void main(String[] arguments) throws IOException {
        FakeProduct product = answering("{\"version\":\"0.33.0\"}");
        System.err.println(
                "INFO listening on http://127.0.0.1:" + product.address().getPort());
    }

    public static FakeProduct answering(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            boolean empty = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, empty ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes, 0, empty ? 0 : bytes.length);
            }
        });
        server.start();
        return new FakeProduct(server);
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
