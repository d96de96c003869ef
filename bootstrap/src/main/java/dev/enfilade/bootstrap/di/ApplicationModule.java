package dev.enfilade.bootstrap.di;

import static java.util.stream.Collectors.toMap;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.application.service.Backend;
import dev.enfilade.application.service.Balance;
import dev.enfilade.application.service.CatalogSettings;
import dev.enfilade.application.service.ChatService;
import dev.enfilade.application.service.EmbedService;
import dev.enfilade.application.service.GenerateService;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.ModelMap;
import dev.enfilade.application.service.Permission;
import dev.enfilade.application.service.RelayService;
import dev.enfilade.application.service.Routes;
import dev.enfilade.application.service.RunningModels;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Settings.Catalog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The use cases. */
@Module
interface ApplicationModule {

    @Provides
    @PerGeneration
    static ModelDirectory directory(
            List<OpenBackend> backends,
            Settings settings,
            CatalogSettings catalog,
            Optional<Inheritance> former,
            Executor aside) {
        List<Backend> all = backends.stream().map(OpenBackend::backend).toList();
        ModelMap map = new ModelMap(
                settings.models(),
                new Permission(settings.catalog().allow(), settings.catalog().deny()));
        return former.map(before -> before.directory().successor(all, map, catalog, before.sameServer(backends)))
                .orElseGet(() -> new ModelDirectory(all, map, catalog, System::nanoTime, aside));
    }

    @Provides
    @PerGeneration
    static CatalogSettings catalog(Settings settings, Instant started) {
        Catalog catalog = settings.catalog();
        CatalogSettings usual = CatalogSettings.startedAt(started);
        return new CatalogSettings(
                catalog.strict(),
                catalog.capabilities(),
                catalog.context(),
                catalog.freshFor(),
                usual.patience(),
                usual.since());
    }

    @Provides
    @PerGeneration
    static RunningModels running(
            ModelDirectory directory, Settings settings, Optional<Inheritance> former, InstantSource clock) {
        return former.map(before ->
                        before.running().successor(directory, settings.keepAlive(), name -> !directory.forbids(name)))
                .orElseGet(() -> new RunningModels(directory, settings.keepAlive(), clock));
    }

    @Provides
    @PerGeneration
    static Routes routes(ModelDirectory directory, Settings settings) {
        Map<String, Integer> weights =
                settings.backends().stream().collect(toMap(BackendConfig::name, BackendConfig::weight));
        return new Routes(directory, new Balance(weights), settings.fallbacks());
    }

    @Provides
    @PerGeneration
    static ChatService chat(Routes routes, CallPolicy policy, Telemetry telemetry) {
        return new ChatService(routes, policy, telemetry);
    }

    @Provides
    @PerGeneration
    static GenerateService generate(Routes routes, CallPolicy policy, ChatService chats, Telemetry telemetry) {
        return new GenerateService(routes, policy, chats, telemetry);
    }

    @Provides
    @PerGeneration
    static EmbedService embed(Routes routes, CallPolicy policy, Telemetry telemetry) {
        return new EmbedService(routes, policy, telemetry);
    }

    @Provides
    @PerGeneration
    static RelayService relay(Routes routes, CallPolicy policy, Telemetry telemetry) {
        return new RelayService(routes, policy, telemetry);
    }
}
