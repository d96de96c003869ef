package dev.enfilade.adapter.out.openai.transport;

import static java.util.Objects.requireNonNull;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The SDK's way out, led over our transport.
 *
 * <p>Of the SDK's machinery only the request is used: its method, URL and body, and such headers as may go on. Its
 * retries, time limits and error types are not: an error of the backend is thrown as {@link FailureException} before
 * the SDK sees it, because the SDK loses half of the body and stumbles over numeric codes.
 */
public final class SdkHttpClient implements HttpClient {

    private static final int LARGEST_ERROR = 1 << 20;

    private final Transport transport;
    private final BackendHeaders headers;
    private final BackendFailures failures;
    private final Trail trail;

    /** A client over this transport, which it does not close. */
    public SdkHttpClient(Transport transport, BackendHeaders headers, BackendFailures failures, Trail trail) {
        this.transport = requireNonNull(transport, "transport is null");
        this.headers = requireNonNull(headers, "headers is null");
        this.failures = requireNonNull(failures, "failures is null");
        this.trail = requireNonNull(trail, "trail is null");
    }

    /**
     * The exchange behind a response of this client, which the SDK's raw responses pass on.
     *
     * @throws ClassCastException if the response has another origin
     */
    public static Exchange exchangeOf(HttpResponse response) {
        return ((ExchangeStream) response.body()).exchange();
    }

    /** Sends on the calling thread; options are without effect. */
    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        Optional<HttpRequestBody> body = Optional.ofNullable(request.body());
        Outgoing outgoing = new Outgoing(
                request.method().name(),
                URI.create(request.url()),
                headers.with(asked(request, body), BackendHeaders.OF_THE_SDK),
                body.map(SdkBody::new));
        Exchange exchange = transport.send(outgoing);
        exchange.headers().first("x-request-id").ifPresent(trail::answered);
        if (BackendFailures.isRedirect(exchange.status())) {
            exchange.close();
            throw new FailureException(failures.redirected(exchange.status(), exchange.headers(), outgoing.target()));
        }
        if (exchange.status() >= 400) {
            throw refusal(exchange);
        }
        return new SdkResponse(exchange);
    }

    /** Always refuses: a blocked virtual thread is as cheap as a future, and can be interrupted. */
    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        throw new UnsupportedOperationException("use the SDK's blocking calls on a virtual thread");
    }

    @Override
    public void close() {}

    private FailureException refusal(Exchange exchange) {
        try (exchange) {
            byte[] body = WholeBody.read(exchange.body(), LARGEST_ERROR);
            return new FailureException(failures.answered(exchange.status(), exchange.headers(), body));
        }
    }

    private Headers asked(HttpRequest request, Optional<HttpRequestBody> body) {
        List<Header> lines = new ArrayList<>();
        for (String name : request.headers().names()) {
            request.headers().values(name).forEach(value -> lines.add(new Header(name, value)));
        }
        body.map(HttpRequestBody::contentType).ifPresent(type -> lines.add(new Header("Content-Type", type)));
        lines.addAll(trail.headers().lines());
        return new Headers(lines);
    }
}
