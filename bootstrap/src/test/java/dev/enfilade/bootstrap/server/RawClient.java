package dev.enfilade.bootstrap.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends exactly the bytes of the test and reads answers one by one. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private boolean withinBody;

    RawClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** One answer, read to its end. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawClient get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    RawClient post(String path, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    Answer answer() throws IOException {
        Head head = head();
        return new Answer(head.status(), head.headers(), body(head, false));
    }

    /** The answer to a HEAD request, which has no body whatever its headers say. */
    Answer answerToHead() throws IOException {
        Head head = head();
        return new Answer(head.status(), head.headers(), "");
    }

    record Head(int status, Map<String, String> headers) {}

    Head head() throws IOException {
        String[] first = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
        }
        return new Head(Integer.parseInt(first[1]), headers);
    }

    /**
     * One chunk of a chunked body; empty at its end. Jetty sends the end of a chunk's line together with the next one.
     */
    String chunk() throws IOException {
        if (withinBody) {
            line();
        }
        int size = Integer.parseInt(line(), 16);
        withinBody = size > 0;
        if (!withinBody) {
            line();
        }
        return new String(in.readNBytes(size), StandardCharsets.UTF_8);
    }

    /** Everything until the connection ends; an end by reset throws. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The end that other programs see when their peer closes. */
    void closeInOrder() throws IOException {
        socket.close();
    }

    void closeByReset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void closeHalf() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String body(Head head, boolean none) throws IOException {
        if (none || head.status() == 204) {
            return "";
        }
        if ("chunked"
                .equals(head.headers().getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT))) {
            StringBuilder body = new StringBuilder();
            for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
                body.append(chunk);
            }
            return body.toString();
        }
        String length = head.headers().get("Content-Length");
        return length == null ? rest() : new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new java.io.EOFException(
                        "the connection ended after '" + line.toString(StandardCharsets.UTF_8) + "'");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
