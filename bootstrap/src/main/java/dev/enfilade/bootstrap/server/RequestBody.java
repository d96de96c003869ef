package dev.enfilade.bootstrap.server;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read within limits, and whose client is watched from the end of the body on. What is wrong with the body is
 * thrown by reading it, as a {@link FailureException}.
 */
final class RequestBody extends Request.Wrapper {

    private final Exchange exchange;
    private final Response response;
    private final ServerLimits limits;
    private final long limit;
    private final HttpFields headers;
    private long received;
    private @Nullable FailureException failed;

    RequestBody(Request request, Response response, Exchange exchange, ServerLimits limits) {
        super(request);
        this.exchange = exchange;
        this.response = response;
        this.limits = limits;
        this.limit = BodyLimit.of(request, limits);
        this.headers = withoutOverride(request.getHeaders());
    }

    /** Javalin would take the method from the header, after we have judged the request by its real one. */
    private static HttpFields withoutOverride(HttpFields headers) {
        return headers.contains("X-HTTP-Method-Override")
                ? HttpFields.build(headers).remove("X-HTTP-Method-Override").asImmutable()
                : headers;
    }

    /** Whether the client has announced more than it may send. */
    boolean isAnnouncedTooLarge() {
        return getLength() > limit;
    }

    /** Begins to watch the client of a request that has no body. */
    void begin() {
        if (getLength() == 0 || (getLength() < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING))) {
            exchange.watchClient();
        }
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public Content.@Nullable Chunk read() {
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
        if (received > limit) {
            chunk.release();
            return fail(new Failure.BodyTooLarge(), null);
        }
        if (chunk.isLast() || received == getLength()) {
            exchange.patience(limits.writeStall());
            exchange.watchClient();
        }
        return chunk;
    }

    @Override
    public void demand(Runnable available) {
        exchange.patience(limits.bodyIdle());
        super.demand(available);
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
