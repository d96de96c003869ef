package dev.enfilade.adapter.out.openai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client sent on one connection, cut into requests by their own framing. */
final class Inbox {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked\r\n");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int taken;

    CountDownLatch closed() {
        return closed;
    }

    void fillFrom(Socket socket) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
                append(buffer, count);
            }
        } catch (IOException reset) {
            // An RST is an end like any other here.
        } finally {
            end();
        }
    }

    synchronized String everything() {
        return bytes.toString(ISO_8859_1);
    }

    synchronized String takeRequest() throws IOException, InterruptedException {
        int end = endOfRequest();
        while (end < 0 && closed.getCount() > 0) {
            wait();
            end = endOfRequest();
        }
        if (end < 0) {
            throw new EOFException("the client closed before a whole request came");
        }
        String request = everything().substring(taken, end);
        taken = end;
        return request;
    }

    private synchronized void append(byte[] buffer, int count) {
        bytes.write(buffer, 0, count);
        notifyAll();
    }

    private synchronized void end() {
        closed.countDown();
        notifyAll();
    }

    private int endOfRequest() {
        String all = everything();
        int endOfHead = all.indexOf("\r\n\r\n", taken) + 4;
        if (endOfHead < 4) {
            return -1;
        }
        String head = all.substring(taken, endOfHead);
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            int end = endOfHead + Integer.parseInt(length.group(1));
            return end <= all.length() ? end : -1;
        }
        return CHUNKED.matcher(head).find() ? endOfLastChunk(all, endOfHead) : endOfHead;
    }

    private static int endOfLastChunk(String all, int from) {
        int last = all.startsWith("0\r\n\r\n", from) ? from : all.indexOf("\r\n0\r\n\r\n", from);
        return last < 0 ? -1 : all.indexOf("\r\n\r\n", last) + 4;
    }
}
