package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection, which ends the handling of its request when the client leaves, takes nothing of its answer, or
 * takes too long over a head.
 *
 * <p>A client that closes only its sending half counts as gone, as with most proxies: the two look the same until one
 * of them is written to.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {

    private static final long NO_HEAD = 0;

    private final Executor executor;
    private final Lookout lookout;
    private volatile boolean writing;
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
        this.lookout = new Lookout(channel, watch);
    }

    /** A request's head is complete. */
    void requestBegins(HandlerThread thread) {
        lookout.requestBegins(thread);
        headBegan = NO_HEAD;
    }

    /** The request's body is read to its end. */
    void watchClient(HandlerThread request) {
        lookout.watchClient(request);
    }

    void requestEnds() {
        notIdle();
        lookout.requestEnds();
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

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int count = lookout.fill(buffer, super::fill);
        if (count > 0) {
            notIdle();
            if (headBegan == NO_HEAD && !lookout.isHandling()) {
                headBegan = System.nanoTime() | 1;
                firstLine = FirstLine.of(buffer, buffer.limit() - count);
            }
        }
        return count;
    }

    /** A write has all the time that there is, however long the connection was silent before it. */
    @Override
    public void write(Callback callback, ByteBuffer... buffers) {
        notIdle();
        writing = true;
        super.write(new Sending(callback), buffers);
    }

    /**
     * A backend that is silent is none of the client's silence. Jetty would fail an answer that begins at the moment at
     * which the time is over, and write another one behind the head of the first.
     */
    @Override
    protected void onIdleExpired(TimeoutException timeout) {
        // Whatever ends one of these moves first: seen in this order, what is over by now has moved.
        boolean awaitsBackend = lookout.awaitsAnswer();
        boolean stalled = writing;
        if (stalled) {
            // The system calls for more only when a third of its buffer is free, which may take a slow reader minutes.
            getWriteFlusher().completeWrite();
        }
        boolean moved = getIdleFor() < getIdleTimeout();
        if (moved || (awaitsBackend && !stalled)) {
            return;
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
        lookout.closed(
                cause instanceof TimeoutException
                        ? HandlerThread.Reason.CLIENT_STALLED
                        : HandlerThread.Reason.CLIENT_GONE);
    }

    @Override
    protected void needsFillInterest() {
        if (lookout.holdsBytes()) {
            executor.execute(getFillInterest()::fillable);
        } else {
            super.needsFillInterest();
        }
    }

    /** Says that a write is over before whoever asked for it can begin the next one. */
    private final class Sending extends Callback.Nested {

        Sending(Callback callback) {
            super(callback);
        }

        @Override
        public void succeeded() {
            writing = false;
            super.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            writing = false;
            super.failed(cause);
        }
    }
}
