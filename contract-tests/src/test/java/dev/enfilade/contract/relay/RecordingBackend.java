package dev.enfilade.contract.relay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps every request as it came and answers with the bytes that it was given; lists its models for free. */
final class RecordingBackend implements AutoCloseable {

    private static final String OK = answer("200 OK", "Content-Type: application/json\r\n", "{\"ok\":true}");

    private final ServerSocket server;
    private final String models;
    private final LinkedBlockingQueue<Message> requests = new LinkedBlockingQueue<>();
    private volatile List<String> pieces = List.of(OK);

    RecordingBackend(String... models) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.models = "{\"object\":\"list\",\"data\":["
                + String.join(
                        ",",
                        List.of(models).stream().map(RecordingBackend::entry).toList()) + "]}";
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    /**
     * From now on answers so, each piece in a write of its own; after an answer without end the connection is closed.
     */
    void answers(String... bytes) {
        pieces = List.of(bytes);
    }

    void answersWell() {
        answers(OK);
    }

    Message request() throws InterruptedException {
        Message request = requests.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came within 20 s");
        }
        return request;
    }

    /** What came and was not looked at yet. */
    List<Message> drain() {
        List<Message> all = new java.util.ArrayList<>();
        requests.drainTo(all);
        return all;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String entry(String id) {
        return "{\"id\":\"" + id + "\",\"object\":\"model\",\"created\":1,\"owned_by\":\"test\",\"odd\":1.0}";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Optional<Message> next = Message.read(in, false); next.isPresent(); next = Message.read(in, false)) {
                boolean list = next.get().firstLine().startsWith("GET /v1/models HTTP");
                if (list) {
                    send(socket, answer("200 OK", "Content-Type: application/json\r\n", models));
                    continue;
                }
                requests.add(next.get());
                for (String piece : pieces) {
                    send(socket, piece);
                }
                if (!pieces.equals(List.of(OK))) {
                    return;
                }
            }
        } catch (IOException e) {
            // The product left.
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
