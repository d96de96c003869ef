package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection that notices the client's leaving while a request is handled, when Jetty itself does not read.
 * What is read then and is not the end is kept, and handed out when Jetty reads again.
 *
 * <p>Between requests, and while a request's body is read, the socket is Jetty's alone. A client that closes only its
 * sending half counts as gone, as with most proxies: the two look the same until one of them is written to.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {

    private static final long NO_HEAD = 0;

    private final ClientWatch watch;
    private final Executor executor;

    /** Guards itself and everything below: whoever holds it is the only reader of the socket. */
    private final ReadAhead ahead = new ReadAhead();

    private @Nullable HandlerThread handler;
    private boolean watching;
    private boolean bodyRead;
    private boolean writing;
    private @Nullable SelectionKey watchKey;
    private volatile long headBegan = NO_HEAD;
    private volatile FirstLine firstLine = FirstLine.UNSEEN;

    WatchedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            Executor executor,
            ClientWatch watch) {
        super(channel, selector, key, scheduler);
        this.executor = executor;
        this.watch = watch;
    }

    /** A request's head is complete. */
    void requestBegins(HandlerThread thread) {
        synchronized (ahead) {
            handler = thread;
            bodyRead = false;
            headBegan = NO_HEAD;
        }
    }

    /** The request's body is read to its end, so that what comes now is not for the handler. */
    void watchClient(HandlerThread request) {
        synchronized (ahead) {
            bodyRead = true;
            if (watching) {
                return;
            }
            watching = true;
        }
        watch.add(this, request);
    }

    void requestEnds() {
        synchronized (ahead) {
            notIdle();
            handler = null;
            stopWatching();
        }
    }

    /** When the first byte of a request came whose head is still incomplete, in nanoseconds; 0 if there is none. */
    long headBegan() {
        return headBegan;
    }

    /** How the last head began that did not come together with another one. */
    FirstLine firstLine() {
        return firstLine;
    }

    /** Closes so that the client sees a break and takes nothing that it has for complete. */
    void breakOff() {
        breakOff(null);
    }

    private void breakOff(@Nullable Throwable cause) {
        try {
            getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // Already closed.
        }
        close(cause);
    }

    /** Asks for {@link #readable()}, if there is still something to watch. Only the watch's own thread calls. */
    void register(Selector selector, HandlerThread request) {
        synchronized (ahead) {
            if (!watching || handler != request || !getChannel().isOpen()) {
                return;
            }
            try {
                if (watchKey == null) {
                    watchKey = getChannel().register(selector, SelectionKey.OP_READ, this);
                } else {
                    watchKey.interestOps(SelectionKey.OP_READ);
                }
            } catch (IOException | RuntimeException e) {
                // Closed at this moment, of which onClose tells the handler.
            }
        }
    }

    /** The socket has bytes, or its end. Only the watch's own thread calls. */
    void readable() {
        HandlerThread bereft = null;
        synchronized (ahead) {
            if (!watching) {
                return;
            }
            if (!readAhead()) {
                bereft = handler;
                stopWatching();
            } else if (ahead.isFull()) {
                stopWatching();
            }
        }
        if (bereft != null) {
            bereft.interrupt(HandlerThread.Reason.CLIENT_GONE);
        }
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        synchronized (ahead) {
            int count = ahead.isEmpty() ? super.fill(buffer) : fillFromAhead(buffer);
            if (count > 0 && handler == null && headBegan == NO_HEAD) {
                headBegan = System.nanoTime() | 1;
                firstLine = FirstLine.of(buffer, buffer.limit() - count);
            }
            return count;
        }
    }

    /** A write has all the time that there is, however long the connection was silent before it. */
    @Override
    public void write(Callback callback, ByteBuffer... buffers) {
        synchronized (ahead) {
            notIdle();
            writing = true;
        }
        super.write(new Sending(callback), buffers);
    }

    /**
     * A backend that is silent is none of the client's silence. Jetty would fail an answer that begins at the moment at
     * which the time is over, and write another one behind the head of the first.
     */
    @Override
    protected void onIdleExpired(TimeoutException timeout) {
        boolean stalled;
        synchronized (ahead) {
            boolean moved = getIdleFor() < getIdleTimeout();
            boolean awaitsBackend = handler != null && bodyRead && !writing;
            if (moved || awaitsBackend) {
                return;
            }
            stalled = writing;
        }
        if (stalled) {
            breakOff(timeout);
        } else {
            super.onIdleExpired(timeout);
        }
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        super.onClose(cause);
        HandlerThread bereft;
        boolean registered;
        synchronized (ahead) {
            bereft = handler;
            registered = watchKey != null;
        }
        if (registered) {
            watch.wakeup(); // Until every selector has let go of it, a closed channel stays open.
        }
        if (bereft != null) {
            bereft.interrupt(
                    cause instanceof TimeoutException
                            ? HandlerThread.Reason.CLIENT_STALLED
                            : HandlerThread.Reason.CLIENT_GONE);
        }
    }

    @Override
    protected void needsFillInterest() {
        boolean held;
        synchronized (ahead) {
            held = !ahead.isEmpty();
        }
        if (held) {
            executor.execute(getFillInterest()::fillable);
        } else {
            super.needsFillInterest();
        }
    }

    private boolean readAhead() {
        try {
            return ahead.readFrom(getChannel());
        } catch (IOException e) {
            return false;
        }
    }

    private int fillFromAhead(ByteBuffer buffer) {
        int position = BufferUtil.flipToFill(buffer);
        int count = ahead.drainTo(buffer);
        BufferUtil.flipToFlush(buffer, position);
        notIdle();
        return count;
    }

    private void stopWatching() {
        watching = false;
        try {
            if (watchKey != null) {
                watchKey.interestOps(0);
            }
        } catch (CancelledKeyException e) {
            // Closed, which is the end of watching as well.
        }
    }

    private void sent() {
        synchronized (ahead) {
            writing = false;
        }
    }

    /** Says that a write is over before whoever asked for it can begin the next one. */
    private final class Sending extends Callback.Nested {

        Sending(Callback callback) {
            super(callback);
        }

        @Override
        public void succeeded() {
            sent();
            super.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            sent();
            super.failed(cause);
        }
    }
}
