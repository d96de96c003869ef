package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.health.BackendHealth;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known without any request: the product, its settings, its backends. */
final class HouseMeters {

    private final MeterRegistry registry;
    private final Sources sources;
    private final Set<String> losing = ConcurrentHashMap.newKeySet();
    private final MultiGauge backends;
    private final Counter goodReloads;
    private final Counter badReloads;

    HouseMeters(MeterRegistry registry, Sources sources) {
        this.registry = registry;
        this.sources = sources;
        this.backends = MultiGauge.builder("enfilade.backend.up")
                .description("Whether the backend answered when it was last asked.")
                .register(registry);
        this.goodReloads = reloads("ok");
        this.badReloads = reloads("failed");
        Gauge.builder("enfilade.build.info", () -> 1)
                .description("The version of the product and of its Java.")
                .tag("version", sources.version())
                .tag("java", Runtime.version().toString())
                .register(registry);
        Gauge.builder(
                        "enfilade.http.requests.in.flight",
                        () -> sources.inFlight().getAsInt())
                .description("Requests that are being handled.")
                .register(registry);
        Gauge.builder("enfilade.open.relay", () -> sources.open() ? 1 : 0)
                .description("1 if other machines may spend the backends' tokens without a key.")
                .register(registry);
    }

    void reloaded() {
        goodReloads.increment();
    }

    void reloadFailed() {
        badReloads.increment();
    }

    /** Brings what changes without being told to its newest state. */
    void refresh() {
        List<MultiGauge.Row<?>> rows = sources.backends().get().stream()
                .<MultiGauge.Row<?>>map(HouseMeters::row)
                .toList();
        backends.register(rows, true);
        sources.dropped().get().keySet().stream().filter(losing::add).forEach(this::dropped);
    }

    private static MultiGauge.Row<?> row(BackendHealth health) {
        return MultiGauge.Row.of(Tags.of("backend", health.name()), health.up() ? 1 : 0);
    }

    private void dropped(String backend) {
        FunctionCounter.builder(
                        "enfilade.dropped.members",
                        sources.dropped(),
                        counts -> counts.get().getOrDefault(backend, 0L))
                .description("Members of requests that the backend has no place for.")
                .tag("backend", backend)
                .register(registry);
    }

    private Counter reloads(String result) {
        return Named.counter("enfilade.config.reloads", "Attempts to take over a changed configuration while running.")
                .tag("result", result)
                .register(registry);
    }
}
