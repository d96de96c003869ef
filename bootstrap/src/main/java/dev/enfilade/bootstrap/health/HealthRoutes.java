package dev.enfilade.bootstrap.health;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * {@code /livez}, {@code /readyz} and {@code /health}: whether to restart the process, whether to send it requests, and
 * why it is slow.
 */
public final class HealthRoutes {

    private final String version;
    private final BooleanSupplier ready;
    private final Supplier<List<BackendHealth>> backends;

    /**
     * @param ready false from the moment on at which the process wants no more requests
     * @param backends what is known without asking them now
     */
    public HealthRoutes(String version, BooleanSupplier ready, Supplier<List<BackendHealth>> backends) {
        this.version = requireNonNull(version, "version is null");
        this.ready = requireNonNull(ready, "ready is null");
        this.backends = requireNonNull(backends, "backends is null");
    }

    public List<OperatorRoute> all() {
        return List.of(
                new OperatorRoute("/livez", ctx -> ctx.result("ok")),
                new OperatorRoute("/readyz", this::ready),
                new OperatorRoute("/health", this::health),
                new OperatorRoute("/v1/metrics/health", this::health));
    }

    private void ready(Context ctx) {
        if (ready.getAsBoolean()) {
            ctx.result("ok");
        } else {
            ctx.status(503).result("shutting down");
        }
    }

    private void health(Context ctx) {
        List<BackendHealth> states = backends.get();
        boolean ok = states.stream().allMatch(BackendHealth::up);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("status", ok ? "ok" : "degraded").put("version", version);
        ArrayNode list = body.putArray("backends");
        states.forEach(state -> list.add(json(state)));
        ctx.contentType("application/json").result(body.toString());
    }

    private static ObjectNode json(BackendHealth state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", state.name()).put("up", state.up());
        state.latencyMillis()
                .ifPresentOrElse(millis -> node.put("latency_ms", millis), () -> node.putNull("latency_ms"));
        return node.put("models", state.models());
    }
}
