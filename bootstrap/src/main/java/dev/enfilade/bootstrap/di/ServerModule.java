package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.bootstrap.config.ProductVersion;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.HealthRoutes;
import dev.enfilade.bootstrap.logging.AccessLog;
import dev.enfilade.bootstrap.policy.Circuits;
import dev.enfilade.bootstrap.server.DrainTimes;
import dev.enfilade.bootstrap.server.HostRule;
import dev.enfilade.bootstrap.server.Lifecycle;
import dev.enfilade.bootstrap.server.OriginRule;
import dev.enfilade.bootstrap.server.Server;
import dev.enfilade.bootstrap.server.ServerLimits;
import dev.enfilade.bootstrap.server.ServerSettings;
import dev.enfilade.bootstrap.server.Surfaces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The HTTP server, as it is configured. */
@Module
interface ServerModule {

    @Provides
    @Singleton
    static Lifecycle lifecycle() {
        return new Lifecycle();
    }

    @Provides
    @Singleton
    static HealthRoutes health(Lifecycle lifecycle, List<OpenBackend> backends, Circuits circuits) {
        return new HealthRoutes(
                ProductVersion.text(),
                lifecycle::ready,
                () -> backends.stream()
                        .map(backend -> backend.probe().health(circuits::isUp))
                        .toList());
    }

    @Provides
    @Singleton
    static Server server(Settings settings, Surfaces surfaces, HealthRoutes health, Lifecycle lifecycle) {
        try {
            return new Server(serverSettings(settings), surfaces, health, lifecycle, AccessLog.toStandardError());
        } catch (IOException e) {
            throw new UncheckedIOException("the server cannot be set up", e);
        }
    }

    private static ServerSettings serverSettings(Settings settings) {
        return new ServerSettings(
                settings.listen().host(),
                settings.listen().port(),
                ProductVersion.text(),
                new OriginRule(settings.access().origins()),
                Optional.of(new HostRule(Set.copyOf(settings.access().hosts()))),
                limits(settings.limits()),
                new DrainTimes(settings.drain().delay(), settings.drain().timeout()));
    }

    private static ServerLimits limits(Settings.Limits limits) {
        ServerLimits usual = ServerLimits.DEFAULT;
        return new ServerLimits(
                limits.body(),
                limits.upload(),
                usual.head(),
                usual.headDeadline(),
                usual.bodyIdle(),
                usual.keepAlive(),
                usual.writeStall());
    }
}
