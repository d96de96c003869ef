package dev.enfilade.bootstrap.metrics;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.health.OperatorRoute;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Metrics over HTTP: as Prometheus reads them, and as JSON. */
public final class MetricsRoutes {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Supplier<Metrics> metrics;

    public MetricsRoutes(Supplier<Metrics> metrics) {
        this.metrics = requireNonNull(metrics, "metrics is null");
    }

    public List<OperatorRoute> all() {
        return List.of(
                new OperatorRoute("/metrics", this::text),
                new OperatorRoute("/v1/metrics/prometheus", this::text),
                new OperatorRoute("/v1/metrics", this::json));
    }

    private void text(Context ctx) {
        @Nullable String accept = ctx.req().getHeader("Accept");
        String type = accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        ctx.contentType(type).result(metrics.get().text(type));
    }

    private void json(Context ctx) {
        ctx.contentType("application/json").result(MetricsJson.of(metrics.get().snapshots()));
    }
}
