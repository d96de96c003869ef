package dev.enfilade.adapter.out.openai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server's end of one accepted connection: the steps that a script is made of, and what it saw of the client. */
public final class Peer implements AutoCloseable {

    private final Socket socket;
    private final Inbox inbox = new Inbox();
    private boolean listening;

    Peer(Socket socket) {
        this.socket = socket;
    }

    /**
     * Waits for the next whole request and gives it as it came, one char per byte; before the first call nothing is
     * read at all.
     */
    public String request() throws IOException, InterruptedException {
        listen();
        return inbox.takeRequest();
    }

    /** Sends these chars as bytes, one each. */
    public void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the latch that a script waits for stayed shut");
        }
    }

    /** Does nothing until the client closes. */
    public void stall() throws InterruptedException {
        listen();
        await(inbox.closed());
    }

    /** Ends the sending direction; the client may go on. */
    public void fin() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes by an RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Opens when the client's FIN or RST has arrived; only a peer that has read or stalled can see it. */
    public CountDownLatch peerClosed() {
        return inbox.closed();
    }

    /** Everything that was read so far, one char per byte. */
    public String received() {
        return inbox.everything();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private synchronized void listen() {
        if (!listening) {
            listening = true;
            Thread.ofVirtual().name("inbox of " + socket).start(() -> inbox.fillFrom(socket));
        }
    }
}
