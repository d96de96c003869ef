package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.BackendHealth;
import dev.enfilade.bootstrap.policy.Circuits;
import dev.enfilade.bootstrap.server.DrainTimes;
import dev.enfilade.bootstrap.server.HostRule;
import dev.enfilade.bootstrap.server.OriginRule;
import dev.enfilade.bootstrap.server.ServerLimits;
import dev.enfilade.bootstrap.server.ServerSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the HTTP server is told. */
@Module
interface ServerModule {

    @Provides
    @PerGeneration
    static Supplier<List<BackendHealth>> health(List<OpenBackend> backends, Circuits circuits) {
        return () -> backends.stream()
                .map(backend -> backend.probe().health(circuits::isUp))
                .toList();
    }

    @Provides
    @PerGeneration
    static ServerSettings serverSettings(Settings settings) {
        return new ServerSettings(
                settings.listen().host(),
                settings.listen().port(),
                new OriginRule(settings.access().origins()),
                Optional.of(new HostRule(Set.copyOf(settings.access().hosts()))),
                limits(settings.limits()),
                new DrainTimes(settings.drain().delay(), settings.drain().timeout()));
    }

    private static ServerLimits limits(Settings.Limits limits) {
        ServerLimits usual = ServerLimits.DEFAULT;
        return new ServerLimits(
                limits.body(),
                usual.bodies(),
                limits.upload(),
                usual.head(),
                usual.headDeadline(),
                usual.bodyIdle(),
                usual.keepAlive(),
                usual.writeStall());
    }
}
