package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.failure.Failure.Overloaded;
import dev.enfilade.domain.failure.Failure.ShuttingDown;
import dev.enfilade.domain.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP/1.1 over the connections of Apache HttpClient, below its chain of interceptors: there a request is retried,
 * redirected, and decorated in ways that a gateway must decide itself.
 */
public final class ApacheTransport implements Transport {

    private final Timeouts timeouts;
    private final PoolingHttpClientConnectionManager pool;
    private final Calls calls;

    /**
     * Makes a transport with no connection yet.
     *
     * @param tls makes the sockets of https; {@code SSLSocketFactory.getDefault()} trusts what the JDK trusts
     * @param nanoTime the clock of the time limits, as {@link System#nanoTime}
     */
    public ApacheTransport(Timeouts timeouts, SSLSocketFactory tls, LongSupplier nanoTime) {
        this.timeouts = timeouts;
        this.pool = ConnectionPool.over(tls, timeouts.connect());
        this.calls = new Calls(nanoTime, pool::closeExpired);
        calls.startClock();
    }

    @Override
    public Exchange send(Outgoing request) {
        // What cannot be sent again never meets a connection that may have died in the pool.
        boolean repeatable = request.body().map(OutgoingBody::repeatable).orElse(true);
        for (Call call = repeatable ? lease(request) : leaseNew(request); ; call = leaseNew(request)) {
            try {
                return exchange(call, request);
            } catch (IOException | HttpException | RuntimeException thrown) {
                call.discard();
                if (!call.diedInThePool(thrown)) {
                    throw call.explain(thrown);
                }
            }
        }
    }

    @Override
    public void close() {
        calls.close();
        pool.close(CloseMode.IMMEDIATE);
    }

    private Exchange exchange(Call call, Outgoing outgoing) throws IOException, HttpException {
        ClassicHttpRequest request = WireRequest.of(outgoing, call::cut);
        ClassicHttpResponse response = call.send(request);
        AnswerHead head = AnswerHead.of(response);
        HttpEntity entity = response.getEntity();
        return new PooledExchange(
                head,
                new AnswerBody(
                        call,
                        entity == null ? InputStream.nullInputStream() : entity.getContent(),
                        entity == null ? 0 : entity.getContentLength(),
                        keepAlive(request, response)));
    }

    private static Optional<TimeValue> keepAlive(ClassicHttpRequest request, ClassicHttpResponse response) {
        boolean lasting = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, Call.NO_CONTEXT);
        return lasting ? Optional.of(ConnectionPool.keepAlive(request.getScheme())) : Optional.empty();
    }

    private Call lease(Outgoing request) {
        return new Call(calls, pool, endpoint(request.server()), timeouts);
    }

    private Call leaseNew(Outgoing request) {
        ConnectionEndpoint endpoint = endpoint(request.server());
        endpoint.close(CloseMode.GRACEFUL);
        return new Call(calls, pool, endpoint, timeouts);
    }

    private static HttpRoute route(URI uri) {
        boolean secure = uri.getScheme().equals("https");
        int usualPort = secure ? 443 : 80;
        int port = uri.getPort() < 0 ? usualPort : uri.getPort();
        return new HttpRoute(new HttpHost(uri.getScheme(), uri.getHost(), port), null, secure);
    }

    private ConnectionEndpoint endpoint(URI uri) {
        HttpRoute route = route(uri);
        Timeout patience = Timeout.of(timeouts.connect());
        try {
            return pool.lease("", route, patience, null).get(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Cancelled(), interrupted);
        } catch (ExecutionException | TimeoutException full) {
            throw new FailureException(new Overloaded(), full);
        } catch (IllegalStateException closed) {
            throw new FailureException(new ShuttingDown(), closed);
        }
    }
}
