package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.adapter.in.ollama.OllamaPorts;
import dev.enfilade.adapter.in.ollama.OllamaSettings;
import dev.enfilade.adapter.in.ollama.OllamaSurface;
import dev.enfilade.adapter.in.openai.OpenAiSurface;
import dev.enfilade.application.service.ChatService;
import dev.enfilade.application.service.EmbedService;
import dev.enfilade.application.service.GenerateService;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.RelayService;
import dev.enfilade.application.service.RunningModels;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.server.Lifecycle;
import dev.enfilade.bootstrap.server.Surface;
import dev.enfilade.bootstrap.server.Surfaces;
import java.time.InstantSource;

/** The ways in: both APIs over the same use cases. */
@Module
interface SurfaceModule {

    @Provides
    @PerGeneration
    static OllamaPorts ports(
            ModelDirectory directory,
            RunningModels running,
            ChatService chat,
            GenerateService generate,
            EmbedService embed) {
        return new OllamaPorts(directory, directory, running, running, chat, generate, embed);
    }

    @Provides
    @PerGeneration
    static OllamaSurface ollama(OllamaPorts ports, Settings settings, Lifecycle lifecycle, InstantSource clock) {
        return new OllamaSurface(ports, new OllamaSettings(settings.version()), lifecycle::cutting, clock);
    }

    @Provides
    @PerGeneration
    static OpenAiSurface openAi(RelayService relay, ModelDirectory directory, Settings settings, Lifecycle lifecycle) {
        return new OpenAiSurface(relay, directory, directory, directory, settings.heartbeat(), lifecycle::cutting);
    }

    @Provides
    @PerGeneration
    static Surfaces surfaces(OllamaSurface ollama, OpenAiSurface openAi) {
        return new Surfaces(
                new Surface(ollama::addTo, ollama::answer, ollama::notFound, ollama::methodNotAllowed, ollama::allowed),
                new Surface(
                        openAi::addTo, openAi::answer, openAi::notFound, openAi::methodNotAllowed, openAi::allowed));
    }
}
