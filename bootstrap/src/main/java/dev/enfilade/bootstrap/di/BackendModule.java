package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.adapter.out.openai.OpenAiPassthrough;
import dev.enfilade.application.service.Backend;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.CatalogProbe;
import jakarta.inject.Singleton;
import java.util.List;

/** The way out: one backend for each that is configured, whatever its kind. */
@Module
interface BackendModule {

    @Provides
    @Singleton
    static List<OpenBackend> backends(Settings settings) {
        return settings.backends().stream().map(BackendModule::open).toList();
    }

    /** The one place that knows which adapter serves which kind. */
    private static OpenBackend open(BackendConfig config) {
        return switch (config) {
            case OpenAiBackend openAi -> open(openAi);
        };
    }

    private static OpenBackend open(OpenAiBackend config) {
        OpenAiPassthrough adapter = new OpenAiPassthrough(config.settings(), System::nanoTime);
        CatalogProbe catalog = new CatalogProbe(config.name(), adapter.catalog(), System::nanoTime);
        return new OpenBackend(
                new Backend(
                        config.name(),
                        adapter.chat(),
                        adapter.completion(),
                        adapter.embedding(),
                        catalog,
                        adapter.relay()),
                catalog,
                adapter::close);
    }
}
