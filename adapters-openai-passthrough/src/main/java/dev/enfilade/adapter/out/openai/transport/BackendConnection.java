package dev.enfilade.adapter.out.openai.transport;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that can be closed in every phase, is strict about framing, and logs nothing: a log of the wire
 * would hold keys.
 */
final class BackendConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private static final int MOST_INTERIM_ANSWERS = 100;

    private volatile boolean closed;
    private boolean usable = true;
    private @Nullable ReceivedBytes received;
    private @Nullable SessionInputBuffer buffer;
    private @Nullable ChunkedBody chunked;

    BackendConnection(Http1Config config) {
        super(config, null, null, null, null, null, new DefaultHttpResponseParserFactory(config));
    }

    /** Whether any byte came in answer to the last request. */
    boolean answered() {
        return received != null && received.anyOfHead();
    }

    /** Whether a body in chunks has come in whole, though its end may not have been read yet. */
    boolean bodyIsComplete() {
        return chunked != null && chunked.complete();
    }

    /** How many bytes can be read without waiting. */
    int available() throws IOException {
        return buffered() + (received == null ? 0 : received.available());
    }

    /** Sends head and body; a backend that refuses a large body may answer and close before it has read all of it. */
    void send(ClassicHttpRequest request) throws HttpException, IOException {
        if (received != null) {
            received.beginRequest();
        }
        sendRequestHeader(request);
        try {
            sendRequestEntity(request);
            flush();
        } catch (SocketException closedEarly) {
            if (!isOpen() || available() == 0) {
                throw closedEarly;
            }
            usable = false;
        }
    }

    /** Waits for the head of the answer behind the interim ones. */
    ClassicHttpResponse receiveFinalHead() throws HttpException, IOException {
        for (int interim = 0; interim < MOST_INTERIM_ANSWERS; interim++) {
            ClassicHttpResponse response = receiveResponseHeader();
            if (response.getCode() >= HttpStatus.SC_SUCCESS
                    || response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
                return response;
            }
        }
        throw new ProtocolException("too many interim answers");
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        if (received == null) {
            return super.receiveResponseHeader();
        }
        received.beginHead();
        ClassicHttpResponse head = super.receiveResponseHeader();
        received.endHead();
        return head;
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer source, InputStream socket) {
        buffer = source;
        chunked = length == ContentLengthStrategy.CHUNKED ? new ChunkedBody(source, socket) : null;
        return chunked == null ? super.createContentInputStream(length, source, socket) : chunked;
    }

    /** Without a body there was no look at what came behind the head. */
    @Override
    public boolean isConsistent() {
        return super.isConsistent() && usable && buffer != null;
    }

    /**
     * Asked before reuse: bytes behind the end of an answer would be taken for the next one. A silent end of the
     * connection is not looked for, since that takes a wait: it shows when the request fails.
     */
    @Override
    public boolean isStale() throws IOException {
        return !isOpen() || available() > 0;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bindUnlessClosed(new WatchedSocket(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bindUnlessClosed(new WatchedSocket(tls, socket));
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        if (mode == CloseMode.GRACEFUL) {
            closeSocket();
        }
        super.close(CloseMode.IMMEDIATE);
    }

    @Override
    public void close() {
        close(CloseMode.IMMEDIATE);
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void passivate() {}

    @Override
    public void activate() {}

    /** Ends the connection by a FIN and without TLS's farewell, which may have to wait for the other side. */
    private void closeSocket() {
        SocketHolder holder = getSocketHolder();
        if (holder != null) {
            Closer.closeQuietly(holder.getBaseSocket());
        }
    }

    private int buffered() {
        return buffer == null ? 0 : buffer.length();
    }

    /** Whoever closes sets the flag first and then looks for a socket, so that one of the two sees the other. */
    private void bindUnlessClosed(SocketHolder holder) throws IOException {
        received = new ReceivedBytes(holder.getSocket());
        super.bind(holder);
        if (closed) {
            super.close(CloseMode.IMMEDIATE);
            throw new InterruptedIOException("connection closed while it was made");
        }
    }

    /** Reads what comes in by way of {@link #received}. */
    private final class WatchedSocket extends SocketHolder {

        WatchedSocket(Socket socket) {
            super(socket);
        }

        WatchedSocket(SSLSocket tls, Socket socket) {
            super(tls, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) {
            return requireNonNull(received, "not bound");
        }
    }
}
