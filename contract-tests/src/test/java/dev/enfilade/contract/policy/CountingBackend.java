package dev.enfilade.contract.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend that lists some models, answers as it is told, counts what it is asked, and can go away and return. */
final class CountingBackend implements AutoCloseable {

    /** Answers a chat; the body has been read. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange, String body) throws IOException, InterruptedException;
    }

    private static final String STREAM = """
            data: {"choices":[{"index":0,"delta":{"content":"hello"},"finish_reason":null}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """;
    private static final String WHOLE =
            "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"hello\"},\"finish_reason\":\"stop\"}]}";

    private final InetSocketAddress address;
    private final List<String> models;
    private final AtomicInteger asked = new AtomicInteger();
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private volatile Manner manner = CountingBackend::answerWell;
    private HttpServer server;

    private CountingBackend(HttpServer server, List<String> models) {
        this.server = server;
        this.address = server.getAddress();
        this.models = models;
    }

    static CountingBackend start(String... models) throws IOException {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), models);
    }

    static CountingBackend start(InetSocketAddress address, String... models) throws IOException {
        CountingBackend backend = new CountingBackend(open(address), List.of(models));
        backend.serve();
        return backend;
    }

    int port() {
        return address.getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    void behaves(Manner wanted) {
        manner = wanted;
        asked.set(0);
        bodies.clear();
    }

    /** How often it was asked for an answer since it behaves as it does. */
    int asked() {
        return asked.get();
    }

    /** What it was asked, in order of arrival. */
    BlockingQueue<String> bodies() {
        return bodies;
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = open(address);
        serve();
    }

    static void answerWell(HttpExchange exchange, String body) throws IOException {
        boolean streamed = body.contains("\"stream\":true");
        send(exchange, 200, streamed ? "text/event-stream" : "application/json", streamed ? STREAM : WHOLE);
    }

    static void refuse(HttpExchange exchange, int status) throws IOException {
        send(exchange, status, "application/json", "{\"error\":{\"message\":\"not now\",\"type\":\"t\"}}");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer open(InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    private void serve() {
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/v1/models")) {
                send(exchange, 200, "application/json", list());
            } else {
                asked.incrementAndGet();
                bodies.add(body);
                manner.answer(exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String list() {
        return "{\"object\":\"list\",\"data\":["
                + String.join(
                        ",",
                        models.stream()
                                .map(id -> "{\"id\":\"" + id + "\",\"object\":\"model\"}")
                                .toList())
                + "]}";
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
