package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.bootstrap.logging.DroppedMembers;
import dev.enfilade.bootstrap.logging.RequestTelemetry;
import dev.enfilade.bootstrap.server.Lifecycle;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What there is once in a process, whatever its configuration. */
@Module
interface HouseModule {

    @Provides
    @Singleton
    static InstantSource clock() {
        return Clock.systemUTC();
    }

    /** The age of everything that has none. */
    @Provides
    @Singleton
    static Instant started(InstantSource clock) {
        return clock.instant();
    }

    @Provides
    @Singleton
    static Telemetry telemetry() {
        return new RequestTelemetry();
    }

    @Provides
    @Singleton
    static Lifecycle lifecycle() {
        return new Lifecycle();
    }

    /** Runs what nobody waits for. */
    @Provides
    @Singleton
    static Executor aside() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Provides
    @Singleton
    static OpenBackends openBackends(DroppedMembers dropped) {
        return new OpenBackends(config -> BackendModule.open(config, dropped));
    }

    @Provides
    @Singleton
    static DroppedMembers dropped() {
        return new DroppedMembers();
    }
}
