package dev.enfilade.bootstrap.di;

import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.ProductVersion;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.HealthRoutes;
import dev.enfilade.bootstrap.health.OperatorRoute;
import dev.enfilade.bootstrap.logging.AccessLog;
import dev.enfilade.bootstrap.logging.RequestObserver;
import dev.enfilade.bootstrap.metrics.Metrics;
import dev.enfilade.bootstrap.metrics.MetricsRoutes;
import dev.enfilade.bootstrap.metrics.Sources;
import dev.enfilade.bootstrap.reload.ReloadResult;
import dev.enfilade.bootstrap.server.DrainTimes;
import dev.enfilade.bootstrap.server.Lifecycle;
import dev.enfilade.bootstrap.server.OriginRule;
import dev.enfilade.bootstrap.server.Server;
import dev.enfilade.bootstrap.server.ServerLimits;
import dev.enfilade.bootstrap.server.ServerSettings;
import dev.enfilade.bootstrap.server.Surfaces;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What operators see of a house, of whichever configuration is in force. */
final class Operations {

    private final Settings started;
    private final List<OperatorRoute> routes;
    private final Late<Metrics> metrics;
    private final RequestObserver observer;

    /** @param current what is in force when it is asked for */
    Operations(Settings started, HouseComponent parts, Supplier<GenerationComponent> current) {
        this.started = started;
        AtomicInteger inFlight = new AtomicInteger();
        // Slow to make, and nothing that a server needs to listen.
        this.metrics = new Late<>(() -> new Metrics(new Sources(
                ProductVersion.text(),
                !started.listen().isLocal(),
                name -> current.get().directory().holds(name),
                () -> current.get().health().get(),
                parts.dropped()::counts,
                inFlight::get)));
        this.observer = new Observers(AccessLog.toStandardError(started.logFormat()), metrics, inFlight);
        HealthRoutes health = new HealthRoutes(
                ProductVersion.text(),
                parts.lifecycle()::ready,
                () -> current.get().health().get());
        this.routes = Stream.of(health.all(), new MetricsRoutes(metrics).all())
                .flatMap(List::stream)
                .toList();
    }

    RequestObserver observer() {
        return observer;
    }

    /** What is served to operators where clients connect. */
    List<OperatorRoute> besideClients() {
        return started.management().isPresent() ? List.of() : routes;
    }

    /**
     * The second listener, if there is to be one. Who reads there is no client: nobody counts him, and he may read
     * until the very end.
     *
     * @throws IOException if the address cannot be listened on
     */
    Optional<Server> management(Surfaces words) throws IOException {
        Optional<ListenAddress> address = started.management();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        ServerSettings settings = new ServerSettings(
                address.get().host(),
                address.get().port(),
                new OriginRule(List.of()),
                Optional.empty(),
                ServerLimits.DEFAULT,
                DrainTimes.DEFAULT);
        return Optional.of(new Server(settings, words.withoutRoutes(), routes, new Lifecycle(), _ -> {}));
    }

    /** Makes what is slow to make, so that no request has to. */
    void warm() {
        metrics.get();
    }

    void reloaded(ReloadResult result) {
        switch (result) {
            case APPLIED, UNCHANGED -> metrics.get().reloaded();
            case REFUSED -> metrics.get().reloadFailed();
        }
    }
}
