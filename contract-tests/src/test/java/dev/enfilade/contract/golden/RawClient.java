package dev.enfilade.contract.golden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends one request over a connection of its own and reads the answer strictly, so that no library mends either. */
final class RawClient {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) .*");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_AFTER_ANSWER = Duration.ofSeconds(1);
    private static final int CONTINUE = 100;

    private final InetSocketAddress product;

    RawClient(InetSocketAddress product) {
        this.product = product;
    }

    Answer send(WireRequest request) throws IOException {
        try (Socket socket = new Socket(product.getAddress(), product.getPort())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            return exchange(socket, request);
        }
    }

    private Answer exchange(Socket socket, WireRequest request) throws IOException {
        OutputStream out = socket.getOutputStream();
        WireReader in = new WireReader(socket.getInputStream());
        out.write(request.head(product));
        if (request.awaitsContinue()) {
            MessageHead interim = head(in);
            if (status(interim) != CONTINUE) {
                return answer(socket, in, interim, request);
            }
        }
        out.write(request.body());
        return answer(socket, in, head(in), request);
    }

    private static MessageHead head(WireReader in) throws IOException {
        return in.head().orElseThrow(() -> new IOException("the connection ended without an answer"));
    }

    private static int status(MessageHead head) throws IOException {
        Matcher line = STATUS_LINE.matcher(head.startLine());
        if (!line.matches()) {
            throw new IOException("not a status line: " + head.startLine());
        }
        return Integer.parseInt(line.group(1));
    }

    private static Answer answer(Socket socket, WireReader in, MessageHead head, WireRequest request)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Optional<String> fault = Optional.empty();
        try {
            List<Integer> ends = in.body(request.isHead() ? new Framing.Unframed() : framing(head), body);
            refuseMore(socket, in);
            if (head.headers().says("Content-Type", "application/x-ndjson")) {
                refuseBrokenLines(ends, body.toByteArray());
            }
        } catch (IOException broken) {
            fault = Optional.of(broken.toString());
        }
        return new Answer(status(head), head.headers(), Octets.of(body.toByteArray()), fault);
    }

    /** Some clients take what one read gives them for whole lines. */
    private static void refuseBrokenLines(List<Integer> ends, byte[] body) throws IOException {
        for (int end : ends) {
            if (body[end - 1] != '\n') {
                throw new IOException("a chunk ends within a line");
            }
        }
    }

    private static Framing framing(MessageHead head) throws IOException {
        Framing framing = Framing.of(head.headers());
        int status = status(head);
        if (framing instanceof Framing.Unframed && status != 204 && status != 304) {
            throw new IOException("an answer whose body does not say where it ends");
        }
        return framing;
    }

    /**
     * With our side closed a server closes too: what still comes belongs to no message. One that waits or resets sent
     * no more.
     */
    private static void refuseMore(Socket socket, WireReader in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(Math.toIntExact(PATIENCE_AFTER_ANSWER.toMillis()));
        try {
            if (!in.isAtEnd()) {
                throw new IOException("bytes after the end of the answer");
            }
        } catch (SocketTimeoutException | SocketException _) {
            return;
        }
    }
}
