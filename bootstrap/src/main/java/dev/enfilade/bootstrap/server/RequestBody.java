package dev.enfilade.bootstrap.server;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read within limits, and whose client is watched from the end of the body on. What is wrong
 * with the body is thrown by reading it, as a {@link FailureException}.
 */
final class RequestBody extends Request.Wrapper {

    private static final Duration LINGER = Duration.ofSeconds(10);
    private static final Duration LINGER_SILENCE = Duration.ofSeconds(3);
    private static final int SLOWEST_BYTES_A_SECOND = 100;
    private static final int SCRAP = 8 * 1024;
    private static final int STEP = 64 * 1024;

    private final Exchange exchange;
    private final Response response;
    private final ServerLimits limits;
    private final BodyLimit limit;
    private final BodyBudget.Share share;
    private final HttpFields headers;
    private final long began = System.nanoTime();
    private long received;
    private boolean asked;
    private boolean unwanted;
    private @Nullable FailureException failed;

    RequestBody(Request request, Response response, Exchange exchange, ServerLimits limits, BodyBudget.Share share) {
        super(request);
        this.exchange = exchange;
        this.response = response;
        this.limits = limits;
        this.limit = BodyLimit.of(request, limits);
        this.share = share;
        this.headers = PassableHeaders.of(request.getHeaders(), exchange.trace());
    }

    /** Judges the body by its announced length, takes room for it, and begins to watch the client if there is none. */
    void begin() {
        if (getLength() > limit.most()) {
            exchange.refuse(unwanted(new Failure.BodyTooLarge()));
        } else if (!hasRoomFor(getLength())) {
            exchange.refuse(unwanted(new Failure.Overloaded()));
        } else if (getLength() == 0 || (getLength() < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING))) {
            exchange.watchClient();
        }
    }

    /**
     * The answer is sent. A client that is still sending a body that nobody wants may finish, for a while: if its
     * connection were closed before, it would fail to send and never read why.
     */
    void linger() {
        if (!unwanted || headers.contains(HttpHeader.EXPECT)) {
            return;
        }
        exchange.patience(LINGER_SILENCE);
        long deadline = System.nanoTime() + LINGER.toNanos();
        try (InputStream rest = Content.Source.asInputStream(getWrapped())) {
            byte[] scrap = new byte[SCRAP];
            while (System.nanoTime() < deadline && rest.read(scrap) >= 0) {}
        } catch (IOException e) {
            // The client has understood, or is too slow.
        }
    }

    /**
     * The answer begins. A body that nobody has asked for would stand before the next request: if it is not here to be
     * dropped, the answer announces the end of the connection.
     */
    void leave() {
        if (!asked && !unwanted && getLength() != 0 && !super.consumeAvailable()) {
            unwanted = true;
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public Content.@Nullable Chunk read() {
        asked = true;
        if (failed != null) {
            return Content.Chunk.from(failed);
        }
        Content.Chunk chunk = super.read();
        if (chunk == null) {
            return null;
        }
        if (Content.Chunk.isFailure(chunk)) {
            return fail(failure(chunk.getFailure()), chunk.getFailure());
        }
        received += chunk.remaining();
        exchange.received(chunk.remaining());
        if (received > limit.most()) {
            chunk.release();
            return fail(unwanted(new Failure.BodyTooLarge()), null);
        }
        if (!hasRoomFor(received)) {
            chunk.release();
            return fail(unwanted(new Failure.Overloaded()), null);
        }
        if (isDripping()) {
            chunk.release();
            return fail(new Failure.BodyTooSlow(), null);
        }
        if (chunk.isLast() || received == getLength()) {
            exchange.patience(limits.writeStall());
            exchange.note().read();
            exchange.watchClient();
        }
        return chunk;
    }

    /** Jetty gives up a body that it cannot take at once, which would be the end of lingering. */
    @Override
    public boolean consumeAvailable() {
        return !unwanted && super.consumeAvailable();
    }

    @Override
    public void demand(Runnable available) {
        exchange.patience(limits.bodyIdle());
        super.demand(available);
    }

    /** Whether the client keeps just below the deadline for silence, byte by byte. */
    private boolean isDripping() {
        long nanos = System.nanoTime() - began;
        return nanos > limits.bodyIdle().toNanos() && received < nanos / 1e9 * SLOWEST_BYTES_A_SECOND;
    }

    /** A body whose length is not known takes its room in steps. */
    private boolean hasRoomFor(long bytes) {
        long wanted = getLength() < 0 ? (bytes + STEP - 1) / STEP * STEP : bytes;
        return share.growTo(wanted * limit.weight());
    }

    private Failure unwanted(Failure why) {
        unwanted = true;
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        return why;
    }

    private Content.Chunk fail(Failure failure, @Nullable Throwable cause) {
        failed = new FailureException(failure, cause);
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        return Content.Chunk.from(failed);
    }

    private Failure failure(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return new Failure.BodyTooSlow();
        }
        // Jetty calls bad chunks an early end, too.
        boolean misframed = cause instanceof HttpException && !exchange.hasInputEnded();
        return misframed ? new Failure.InvalidRequest("bad request") : new Failure.Cancelled();
    }
}
