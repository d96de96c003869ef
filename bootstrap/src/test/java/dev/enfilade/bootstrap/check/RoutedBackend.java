package dev.enfilade.bootstrap.check;

import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.adapter.out.openai.testing.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;

/** A backend on loopback that answers by path, and 404 elsewhere. */
public final class RoutedBackend implements AutoCloseable {

    public static final String MODELS = "{\"object\":\"list\",\"data\":[{\"id\":\"whisper-1\"},{\"id\":\"alpha\"},"
            + "{\"id\":\"text-embedding-3-small\"}]}";

    private static final String CHAT = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
            + "\"content\":\"Hi\"},\"finish_reason\":\"length\"}],"
            + "\"usage\":{\"prompt_tokens\":8,\"completion_tokens\":1,\"total_tokens\":9}}";

    private static final String STREAM = """
            data: {"choices":[{"index":0,"delta":{"content":"Hi"}}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":8,"completion_tokens":2}}

            data: [DONE]

            """;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final ScriptedServer server;

    /** Over plain HTTP. */
    public RoutedBackend() {
        server = ScriptedServer.start(this::serve);
    }

    private RoutedBackend(ServerSocket socket) {
        server = ScriptedServer.start(socket, this::serve);
    }

    /** Lists three models, chats and makes vectors, all below {@code /v1}. */
    public static RoutedBackend working() {
        return new RoutedBackend().works();
    }

    /** The same over TLS. */
    public static RoutedBackend working(SSLContext identity) throws IOException {
        return new RoutedBackend(
                        identity.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()))
                .works();
    }

    private RoutedBackend works() {
        return with("/v1/models", json(200, MODELS))
                .with(
                        "/v1/chat/completions",
                        (peer, request) -> peer.send(
                                request.contains("\"stream\":true")
                                        ? http(200, "text/event-stream", STREAM)
                                        : http(200, "application/json", CHAT)))
                .with(
                        "/v1/embeddings",
                        json(
                                200,
                                "{\"data\":[{\"index\":0,\"embedding\":[0.6,0.8]}],\"usage\":{\"prompt_tokens\":1}}"));
    }

    /** Answers at this path in this way from now on. */
    public RoutedBackend with(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public static Answer json(int status, String body) {
        return (peer, _) -> peer.send(http(status, "application/json", body));
    }

    public static Answer redirect(int status, String location) {
        return (peer, _) ->
                peer.send("HTTP/1.1 " + status + " X\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    public static Answer page(int status) {
        return (peer, _) -> peer.send(http(status, "text/html", "<!doctype html><html><body>Hello</body></html>"));
    }

    /** The URL below which it has its paths. */
    public URI url(String path) {
        return server.uri(path);
    }

    /** Every request so far, head and body. */
    public Queue<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Peer peer) throws IOException, InterruptedException {
        while (true) {
            String request = peer.request();
            requests.add(request);
            String path = request.split(" ", 3)[1];
            answers.getOrDefault(path, json(404, "{\"error\":{\"message\":\"no such path\"}}"))
                    .send(peer, request);
        }
    }

    private static String http(int status, String type, String body) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** One way to answer. */
    @FunctionalInterface
    public interface Answer {

        void send(Peer peer, String request) throws IOException, InterruptedException;
    }
}
