package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * Looks out for a client's leaving while its request is handled, when Jetty itself does not read. What is read then and
 * is not the end is kept, and handed out when Jetty reads again.
 *
 * <p>Between requests, and while a request's body is read, the socket is Jetty's alone. Whoever holds the monitor is
 * the only reader of the socket.
 */
final class Lookout {

    /** Reads from the socket in Jetty's way. */
    @FunctionalInterface
    interface Filling {
        int fill(ByteBuffer buffer) throws IOException;
    }

    private final SocketChannel channel;
    private final ClientWatch watch;
    private final ReadAhead ahead = new ReadAhead();

    private @Nullable HandlerThread handler;
    private boolean watching;
    private boolean bodyRead;
    private @Nullable SelectionKey key;

    Lookout(SocketChannel channel, ClientWatch watch) {
        this.channel = channel;
        this.watch = watch;
    }

    /** A request's head is complete. */
    synchronized void requestBegins(HandlerThread thread) {
        handler = thread;
        bodyRead = false;
    }

    /** The request's body is read to its end, so that what comes now is not for the handler. */
    void watchClient(HandlerThread request) {
        synchronized (this) {
            bodyRead = true;
            if (watching) {
                return;
            }
            watching = true;
        }
        watch.add(this, request);
    }

    synchronized void requestEnds() {
        handler = null;
        stop();
    }

    synchronized boolean isHandling() {
        return handler != null;
    }

    /** Whether the client has said all that it has to say, and has no answer yet. */
    synchronized boolean awaitsAnswer() {
        return handler != null && bodyRead;
    }

    /** Whether there are bytes that were read before Jetty asked. */
    synchronized boolean holdsBytes() {
        return !ahead.isEmpty();
    }

    /** Hands out what is held, or else lets Jetty read. */
    synchronized int fill(ByteBuffer buffer, Filling jetty) throws IOException {
        if (ahead.isEmpty()) {
            return jetty.fill(buffer);
        }
        int position = BufferUtil.flipToFill(buffer);
        int count = ahead.drainTo(buffer);
        BufferUtil.flipToFlush(buffer, position);
        return count;
    }

    /** Asks for {@link #readable()}, if there is still something to watch. Only the watch's own thread calls. */
    synchronized void register(Selector selector, HandlerThread request) {
        if (!watching || handler != request || !channel.isOpen()) {
            return;
        }
        try {
            if (key == null) {
                key = channel.register(selector, SelectionKey.OP_READ, this);
            } else {
                key.interestOps(SelectionKey.OP_READ);
            }
        } catch (IOException | RuntimeException e) {
            // Closed at this moment, of which the handler is told.
        }
    }

    /** The socket has bytes, or its end. Only the watch's own thread calls. */
    void readable() {
        HandlerThread bereft = null;
        synchronized (this) {
            if (!watching) {
                return;
            }
            if (!readAhead()) {
                bereft = handler;
                stop();
            } else if (ahead.isFull()) {
                stop();
            }
        }
        if (bereft != null) {
            bereft.interrupt(HandlerThread.Reason.CLIENT_GONE);
        }
    }

    /** The connection is closed. */
    void closed(HandlerThread.Reason why) {
        HandlerThread bereft;
        boolean registered;
        synchronized (this) {
            bereft = handler;
            registered = key != null;
        }
        if (registered) {
            watch.wakeup(); // Until every selector has let go of it, a closed channel stays open.
        }
        if (bereft != null) {
            bereft.interrupt(why);
        }
    }

    private boolean readAhead() {
        try {
            return ahead.readFrom(channel);
        } catch (IOException e) {
            return false;
        }
    }

    private void stop() {
        watching = false;
        try {
            if (key != null) {
                key.interestOps(0);
            }
        } catch (CancelledKeyException e) {
            // Closed, which is the end of watching as well.
        }
    }
}
