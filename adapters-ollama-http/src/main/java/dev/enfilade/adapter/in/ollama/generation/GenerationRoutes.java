package dev.enfilade.adapter.in.ollama.generation;

import static io.javalin.http.HandlerType.POST;

import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.http.Route;
import dev.enfilade.application.port.in.ChatUseCase;
import dev.enfilade.application.port.in.GenerateUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import java.time.InstantSource;
import java.util.List;

/** The routes on which a model generates text. */
public final class GenerationRoutes {

    private GenerationRoutes() {}

    /**
     * Leads each path to its endpoint.
     *
     * @param clock for the times in answers
     */
    public static List<Route> of(
            ModelLookup models,
            HoldModelUseCase holdModel,
            ChatUseCase chat,
            GenerateUseCase generate,
            InstantSource clock) {
        CreatedAt createdAt = new CreatedAt(clock);
        return List.of(
                new Route(POST, "/api/chat", new ChatEndpoint(models, holdModel, chat, createdAt)),
                new Route(POST, "/api/generate", new GenerateEndpoint(models, holdModel, generate, createdAt)));
    }
}
