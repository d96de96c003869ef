package dev.enfilade.contract.relay;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that sends exactly these bytes. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    RawConnection(InetSocketAddress server) throws IOException {
        socket.connect(server);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A request with a body of this length, if it has any. */
    RawConnection request(String line, String headers, String body) throws IOException {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return send(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n" + body);
    }

    Message answer() throws IOException {
        return Message.read(in, false).orElseThrow(() -> new AssertionError("the connection was closed"));
    }

    Message answerToHead() throws IOException {
        return Message.read(in, true).orElseThrow(() -> new AssertionError("the connection was closed"));
    }

    /** All answers until the connection ends, however it does, or nothing comes for a while. */
    List<Message> answersUntilSilence(int millis) throws IOException {
        socket.setSoTimeout(millis);
        List<Message> all = new ArrayList<>();
        try {
            for (Optional<Message> next = Message.read(in, false); next.isPresent(); next = Message.read(in, false)) {
                all.add(next.get());
            }
        } catch (SocketException | SocketTimeoutException | EOFException end) {
            return all;
        }
        return all;
    }

    /** Everything up to the end of the connection; a reset throws. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
