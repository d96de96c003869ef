package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * What comes in on a connection, watched while a head is read: the parser takes the end of the connection for the end
 * of a head, and limits lines but not their sum.
 */
final class ReceivedBytes extends InputStream {

    /** A proxy's header of 100 KiB is odd, and readable; 300 KiB are an attack. */
    private static final int LARGEST_HEAD = 256 << 10;

    private final Socket socket;
    private boolean inHead;
    private int head;

    /** The socket need not be connected yet. */
    ReceivedBytes(Socket socket) {
        this.socket = socket;
    }

    /** A request is about to go out, and nothing has come in answer to it. */
    void beginRequest() {
        head = 0;
    }

    void beginHead() {
        inHead = true;
        head = 0;
    }

    void endHead() {
        inHead = false;
    }

    /** Whether a byte has come since the last request, or the present head, was begun. */
    boolean anyOfHead() {
        return head > 0;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = socket.getInputStream().read(target, offset, length);
        if (inHead) {
            watch(count);
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return socket.getInputStream().available();
    }

    private void watch(int count) throws IOException {
        if (count < 0) {
            throw new ConnectionClosedException("connection closed before the end of the head");
        }
        head += count;
        if (head > LARGEST_HEAD) {
            throw new MessageConstraintException("head too large");
        }
    }
}
