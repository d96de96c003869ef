package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.RequestTelemetry;
import dev.enfilade.domain.failure.Failure;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Where every request comes in, whatever its path: gets its id, and is turned away if its page or its Host is not to be trusted. */
final class Gate extends Handler.Wrapper {

    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final Surfaces surfaces;
    private final Cors cors;
    private final Optional<HostRule> hosts;
    private final ServerLimits limits;
    private final Lifecycle lifecycle;
    private final Exchanges exchanges;

    Gate(ServerSettings settings, Surfaces surfaces, Lifecycle lifecycle, Exchanges exchanges) {
        this.surfaces = surfaces;
        this.cors = new Cors(settings.origins());
        this.hosts = settings.hosts();
        this.limits = settings.limits();
        this.lifecycle = lifecycle;
        this.exchanges = exchanges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange = exchanges.begin(request);
        try {
            response.getHeaders().put(RequestIds.HEADER, exchange.id());
            if (!lifecycle.ready()) {
                response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            }
            return ScopedValue.where(RequestTelemetry.CURRENT, exchange.note())
                    .call(() -> handle(request, response, callback, exchange));
        } finally {
            exchange.handled();
        }
    }

    private boolean handle(Request request, Response response, Callback callback, Exchange exchange) throws Exception {
        if (!isChunkedOrNot(request)) {
            Response.writeError(request, response, callback, BAD_REQUEST);
            return true;
        }
        Optional<Integer> verdict = verdict(request, response.getHeaders());
        if (verdict.isPresent()) {
            return end(request, response, callback, verdict.get());
        }
        RequestBody body = new RequestBody(request, response, exchange, limits);
        if (lifecycle.closed()) {
            exchange.refuse(new Failure.ShuttingDown());
        } else if (body.isAnnouncedTooLarge()) {
            exchange.refuse(new Failure.BodyTooLarge());
        }
        body.begin();
        return super.handle(body, response, callback);
    }

    /** Any other coding, or a list of them, is read differently by different servers. */
    private static boolean isChunkedOrNot(Request request) {
        @Nullable String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
        return coding == null || coding.equalsIgnoreCase("chunked");
    }

    /** The status with which the request ends here, in the order of Ollama 0.33: its page first, then its Host; none if it may pass. */
    private Optional<Integer> verdict(Request request, HttpFields.Mutable answer) {
        String origin = Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)).orElse("");
        String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
        switch (cors.standing(origin, host)) {
            case REFUSED -> {
                return Optional.of(FORBIDDEN);
            }
            case ALLOWED -> {
                if (isOptions(request)) {
                    cors.allowRequest(answer, origin);
                    return Optional.of(NO_CONTENT);
                }
                cors.allow(answer, origin);
            }
            case SAME_SITE -> {}
        }
        return hosts.flatMap(rule -> verdict(request, rule.kindOf(host)));
    }

    private static Optional<Integer> verdict(Request request, HostRule.Kind kind) {
        return switch (kind) {
            case ADDRESS -> Optional.empty();
            case NAME -> isOptions(request) ? Optional.of(NO_CONTENT) : Optional.empty();
            case REFUSED -> Optional.of(FORBIDDEN);
        };
    }

    private boolean end(Request request, Response response, Callback callback, int status) {
        List<String> allowed = surfaces.allowed(RequestPath.of(request));
        if (!allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", allowed));
        }
        response.setStatus(status);
        callback.succeeded();
        return true;
    }

    private static boolean isOptions(Request request) {
        return request.getMethod().equals("OPTIONS");
    }
}
