package dev.enfilade.adapter.in.ollama.embedding;

import static io.javalin.http.HandlerType.POST;

import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.http.Route;
import dev.enfilade.application.port.in.EmbedUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import java.time.InstantSource;
import java.util.List;

/** The routes on which a model embeds texts. */
public final class EmbeddingRoutes {

    private EmbeddingRoutes() {}

    /**
     * Leads each path to its endpoint.
     *
     * @param clock for how long an answer took
     */
    public static List<Route> of(
            ModelLookup models, HoldModelUseCase holdModel, EmbedUseCase embed, InstantSource clock) {
        Embedder embedder = new Embedder(holdModel, embed);
        return List.of(
                new Route(POST, "/api/embed", new EmbedEndpoint(models, embedder, clock)),
                new Route(POST, "/api/embeddings", new EmbeddingsEndpoint(models, embedder)));
    }
}
