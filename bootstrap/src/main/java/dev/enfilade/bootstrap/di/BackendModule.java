package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.adapter.out.openai.OpenAiPassthrough;
import dev.enfilade.adapter.out.openai.secret.Caller;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.application.service.Backend;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.CatalogProbe;
import dev.enfilade.bootstrap.logging.DroppedMembers;
import dev.enfilade.bootstrap.logging.ListWarnings;
import dev.enfilade.bootstrap.logging.RequestTrail;
import dev.enfilade.bootstrap.server.ClientAuthorization;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The way out: one backend for each that is configured, whatever its kind. */
@Module
interface BackendModule {

    @Provides
    @PerGeneration
    static List<OpenBackend> backends(Settings settings, OpenBackends open) {
        return open.open(settings.backends());
    }

    /** The one place that knows which adapter serves which kind. */
    static OpenBackend open(
            BackendConfig config, BiFunction<OpenAiBackend, ModelCatalog, ModelCatalog> heard, DroppedMembers dropped) {
        return switch (config) {
            case OpenAiBackend openAi -> opened(openAi, heard, dropped);
        };
    }

    /** The backend of a server, which says in its log what is wrong with a list. */
    static OpenBackend open(BackendConfig config, DroppedMembers dropped) {
        return open(
                config,
                (openAi, list) ->
                        new ListWarnings(openAi.name(), openAi.settings().url(), list),
                dropped);
    }

    /** The SDK is slow to set up, so that is left to the first call: the server listens without it. */
    private static OpenBackend opened(
            OpenAiBackend config, BiFunction<OpenAiBackend, ModelCatalog, ModelCatalog> heard, DroppedMembers dropped) {
        Late<OpenAiPassthrough> adapter = new Late<>(() -> new OpenAiPassthrough(
                config.settings(),
                credentials(config),
                System::nanoTime,
                dropped.at(config.name()),
                new RequestTrail()));
        ModelCatalog listed = heard.apply(config, () -> adapter.get().catalog().models());
        CatalogProbe catalog = new CatalogProbe(config.name(), listed, System::nanoTime);
        Backend backend = new Backend(
                config.name(),
                request -> adapter.get().chat().chat(request),
                request -> adapter.get().completion().complete(request),
                request -> adapter.get().embedding().embed(request),
                catalog,
                request -> adapter.get().relay().relay(request));
        return new OpenBackend(config, backend, catalog, () -> adapter.ifMade(OpenAiPassthrough::close));
    }

    private static Credentials credentials(OpenAiBackend config) {
        return switch (config.auth()) {
            case KEY -> Credentials.ours(config.settings().key());
            case CALLER ->
                Credentials.ofCallers(BackendModule::caller, config.settings().key());
        };
    }

    private static Optional<Caller> caller() {
        return ClientAuthorization.CURRENT.isBound()
                ? Optional.of(new Caller(ClientAuthorization.CURRENT.get()))
                : Optional.empty();
    }
}
