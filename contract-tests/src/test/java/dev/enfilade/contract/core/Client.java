package dev.enfilade.contract.core;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request on a socket of its own, read as strictly as HTTP allows: a body that does not end as it should is an
 * exception.
 */
public final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> headers = new HashMap<>();
    private int status;
    private long left;
    private boolean chunked;
    private boolean inChunks;
    private boolean untilClosed;

    private Client(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends the request and returns at once; nothing of the answer is read yet. */
    public static Client post(InetSocketAddress server, String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
        return send(server, head + json);
    }

    /** Asks for a page and returns at once. */
    public static Client get(InetSocketAddress server, String path) throws IOException {
        return send(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** Sends these bytes of a request and returns at once. */
    public static Client send(InetSocketAddress server, String request) throws IOException {
        Socket socket = new Socket();
        socket.connect(server);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return new Client(socket);
    }

    /** Sends these bytes behind the request. */
    public void send(String more) throws IOException {
        socket.getOutputStream().write(more.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the head of the answer, once. */
    public Client head() throws IOException {
        status = Integer.parseInt(line().split(" ", 3)[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        chunked = "chunked".equals(headers.get("transfer-encoding"));
        untilClosed = !chunked && status != 204 && status != 304 && !headers.containsKey("content-length");
        left = chunked ? 0 : Long.parseLong(headers.getOrDefault("content-length", "0"));
        return this;
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The next line of the body without its line end; absent at the proper end of the body. */
    public Optional<String> bodyLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = bodyByte(); b >= 0; b = bodyByte()) {
            if (b == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(b);
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** All further lines of the body up to its proper end. */
    public List<String> bodyLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = bodyLine(); line.isPresent(); line = bodyLine()) {
            lines.add(line.get());
        }
        return lines;
    }

    /** Reads the body to its proper end; what came before an exception is in the sink too. */
    public void bodyInto(OutputStream sink) throws IOException {
        for (int b = bodyByte(); b >= 0; b = bodyByte()) {
            sink.write(b);
        }
    }

    /** Whether the connection ends with this answer. */
    public boolean isLast() {
        return untilClosed || header("Connection").orElse("").equalsIgnoreCase("close");
    }

    /** The first line behind the body, which has to be read to its end; empty if the connection ends there. */
    public String lineBehind() {
        try {
            return line();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads this many bytes as they come, head and all, but does not wait for the rest when nothing comes. */
    public void skip(int count, Duration patience) throws IOException {
        waiting(patience);
        in.skipNBytes(count);
    }

    /** Waits so long for whatever comes next. */
    public Client waiting(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        return this;
    }

    /** Says that nothing more will be sent; goes on reading. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Leaves by a reset instead of an orderly close. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * The next byte of the body, or -1 at its proper end. A chunk's line end is read with the next chunk: servers may
     * send it so.
     */
    private int bodyByte() throws IOException {
        if (untilClosed) {
            return in.read();
        }
        if (left == 0 && chunked) {
            nextChunk();
        }
        if (left == 0) {
            return -1;
        }
        left--;
        return wireByte();
    }

    private void nextChunk() throws IOException {
        if (inChunks) {
            line();
        }
        inChunks = true;
        left = Long.parseLong(line(), 16);
        if (left == 0) {
            line();
            chunked = false;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = wireByte(); b != '\n'; b = wireByte()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private int wireByte() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("the connection ended in the middle of the answer");
        }
        return b;
    }
}
