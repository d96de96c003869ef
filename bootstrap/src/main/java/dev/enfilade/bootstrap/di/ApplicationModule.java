package dev.enfilade.bootstrap.di;

import static java.util.stream.Collectors.toMap;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.application.service.Balance;
import dev.enfilade.application.service.CatalogSettings;
import dev.enfilade.application.service.ChatService;
import dev.enfilade.application.service.EmbedService;
import dev.enfilade.application.service.GenerateService;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.ModelMap;
import dev.enfilade.application.service.RelayService;
import dev.enfilade.application.service.Routes;
import dev.enfilade.application.service.RunningModels;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Settings.Catalog;
import dev.enfilade.bootstrap.logging.RequestTelemetry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/** The use cases, and the clock they all share. */
@Module
interface ApplicationModule {

    @Provides
    @Singleton
    static InstantSource clock() {
        return Clock.systemUTC();
    }

    @Provides
    @Singleton
    static Telemetry telemetry() {
        return new RequestTelemetry();
    }

    @Provides
    @Singleton
    static ModelDirectory directory(List<OpenBackend> backends, Settings settings, CatalogSettings catalog) {
        return new ModelDirectory(
                backends.stream().map(OpenBackend::backend).toList(),
                new ModelMap(settings.models()),
                catalog,
                System::nanoTime,
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @Provides
    @Singleton
    static CatalogSettings catalog(Settings settings, InstantSource clock) {
        Catalog catalog = settings.catalog();
        CatalogSettings usual = CatalogSettings.startedAt(clock.instant());
        return new CatalogSettings(
                catalog.strict(),
                catalog.capabilities(),
                catalog.context(),
                catalog.freshFor(),
                usual.patience(),
                usual.since());
    }

    @Provides
    @Singleton
    static RunningModels running(ModelDirectory directory, Settings settings, InstantSource clock) {
        return new RunningModels(directory, settings.keepAlive(), clock);
    }

    @Provides
    @Singleton
    static Routes routes(ModelDirectory directory, Settings settings) {
        Map<String, Integer> weights =
                settings.backends().stream().collect(toMap(BackendConfig::name, BackendConfig::weight));
        return new Routes(directory, new Balance(weights), settings.fallbacks());
    }

    @Provides
    @Singleton
    static ChatService chat(Routes routes, CallPolicy policy, Telemetry telemetry) {
        return new ChatService(routes, policy, telemetry, ApplicationModule::callId);
    }

    @Provides
    @Singleton
    static GenerateService generate(Routes routes, CallPolicy policy, ChatService chats, Telemetry telemetry) {
        return new GenerateService(routes, policy, chats, telemetry);
    }

    @Provides
    @Singleton
    static EmbedService embed(Routes routes, CallPolicy policy, Telemetry telemetry) {
        return new EmbedService(routes, policy, telemetry);
    }

    @Provides
    @Singleton
    static RelayService relay(Routes routes, CallPolicy policy, Telemetry telemetry) {
        return new RelayService(routes, policy, telemetry);
    }

    /** In the form that Ollama 0.33 gives its tool calls. */
    private static String callId() {
        return "call_" + UUID.randomUUID().toString().substring(0, 8);
    }
}
