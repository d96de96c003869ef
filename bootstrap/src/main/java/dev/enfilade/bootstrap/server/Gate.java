package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.RequestObserver;
import dev.enfilade.bootstrap.logging.RequestTelemetry;
import dev.enfilade.domain.failure.Failure;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where every request comes in, whatever its path: becomes an {@link Exchange} here, or ends here. */
final class Gate extends Handler.Wrapper {

    private final Generations generations;
    private final Lifecycle lifecycle;
    private final Exchanges exchanges;
    private final BodyBudget bodies;
    private final RequestObserver observer;

    Gate(
            Generations generations,
            Lifecycle lifecycle,
            Exchanges exchanges,
            BodyBudget bodies,
            RequestObserver observer) {
        this.observer = observer;
        this.bodies = bodies;
        this.generations = generations;
        this.lifecycle = lifecycle;
        this.exchanges = exchanges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Generation generation = generations.enter();
        try {
            generation.mark(request);
            return handle(request, response, callback, generation);
        } finally {
            generation.leave();
        }
    }

    private boolean handle(Request request, Response response, Callback callback, Generation generation)
            throws Exception {
        Exchange exchange = exchanges.begin(request);
        Response counted = exchange.counted(request, response, observer);
        try {
            response.getHeaders().put(RequestIds.HEADER, exchange.id());
            if (!lifecycle.ready()) {
                response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            }
            return ScopedValue.where(RequestTelemetry.CURRENT, exchange.note())
                    .where(ClientAuthorization.CURRENT, ClientAuthorization.of(request))
                    .call(() -> handle(PlainPath.of(request), counted, callback, exchange, generation));
        } finally {
            exchange.tellSpan(response.getStatus());
            exchange.handled();
        }
    }

    private boolean handle(
            Request request, Response response, Callback callback, Exchange exchange, Generation generation)
            throws Exception {
        OptionalInt fault = Framing.fault(request, exchange.firstLine());
        if (fault.isPresent()) {
            Response.writeError(request, response, callback, fault.getAsInt());
            return true;
        }
        OptionalInt verdict = generation.admission().verdict(request, response.getHeaders());
        if (verdict.isPresent()) {
            return end(request, response, callback, verdict.getAsInt(), generation.surfaces());
        }
        if (lifecycle.closed()) {
            exchange.refuse(new Failure.ShuttingDown());
        }
        try (BodyBudget.Share share = bodies.share()) {
            RequestBody body = new RequestBody(request, response, exchange, generation.limits(), share);
            exchange.brings(body);
            body.begin();
            return super.handle(body, response, new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    body.linger();
                    super.succeeded();
                }
            });
        }
    }

    private static boolean end(Request request, Response response, Callback callback, int status, Surfaces surfaces) {
        List<String> allowed = surfaces.allowed(RequestPath.of(request));
        if (!allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", allowed));
        }
        response.setStatus(status);
        callback.succeeded();
        return true;
    }
}
