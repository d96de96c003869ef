package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.logging.RequestObserver;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Every meter of the house, to be moved and to be read. Slow to make. */
public final class Metrics {

    /** Their names are not as Prometheus wants them: nanoseconds, and a number that is no histogram's. */
    private static final Set<String> UNWANTED = Set.of("process.cpu.time", "system.cpu.count");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new Exemplars());

    private final TrafficMeters traffic;
    private final HouseMeters house;

    public Metrics(Sources sources) {
        registry.config().meterFilter(MeterFilter.deny(Metrics::isUnwanted));
        this.traffic = new TrafficMeters(registry, sources.knownModels());
        this.house = new HouseMeters(registry, sources);
        SystemMeters.addTo(registry);
    }

    private static boolean isUnwanted(Meter.Id id) {
        return UNWANTED.contains(id.getName());
    }

    /** To be told of all requests. */
    public RequestObserver traffic() {
        return traffic;
    }

    /** A changed configuration was taken over. */
    public void reloaded() {
        house.reloaded();
    }

    /** A changed configuration was refused, and the one before it stays. */
    public void reloadFailed() {
        house.reloadFailed();
    }

    /**
     * Everything as Prometheus reads it.
     *
     * @param type the media type that is wanted: OpenMetrics, which has exemplars, or the older text
     */
    String text(String type) {
        house.refresh();
        try (ByteArrayOutputStream text = new ByteArrayOutputStream(64 * 1024)) {
            registry.scrape(text, type);
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MetricSnapshots snapshots() {
        house.refresh();
        return registry.getPrometheusRegistry().scrape();
    }
}
