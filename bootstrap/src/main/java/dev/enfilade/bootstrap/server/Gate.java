package dev.enfilade.bootstrap.server;

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

    private final Surfaces surfaces;
    private final Admission admission;
    private final ServerLimits limits;
    private final Lifecycle lifecycle;
    private final Exchanges exchanges;

    Gate(ServerSettings settings, Surfaces surfaces, Lifecycle lifecycle, Exchanges exchanges) {
        this.surfaces = surfaces;
        this.admission = new Admission(
                new Cors(settings.origins()),
                settings.hosts().map(rule -> OwnName.read().map(rule::and).orElse(rule)));
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
                    .where(ClientAuthorization.CURRENT, ClientAuthorization.of(request))
                    .call(() -> handle(PlainPath.of(request), response, callback, exchange));
        } finally {
            exchange.handled();
        }
    }

    private boolean handle(Request request, Response response, Callback callback, Exchange exchange) throws Exception {
        OptionalInt fault = Framing.fault(request, exchange.firstLine());
        if (fault.isPresent()) {
            Response.writeError(request, response, callback, fault.getAsInt());
            return true;
        }
        OptionalInt verdict = admission.verdict(request, response.getHeaders());
        if (verdict.isPresent()) {
            return end(request, response, callback, verdict.getAsInt());
        }
        if (lifecycle.closed()) {
            exchange.refuse(new Failure.ShuttingDown());
        }
        RequestBody body = new RequestBody(request, response, exchange, limits);
        body.begin();
        return super.handle(body, response, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                body.linger();
                super.succeeded();
            }
        });
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
}
