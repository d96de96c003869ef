package dev.enfilade.adapter.in.ollama;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;

import dev.enfilade.adapter.in.ollama.catalog.CatalogRoutes;
import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.embedding.EmbeddingRoutes;
import dev.enfilade.adapter.in.ollama.generation.GenerationRoutes;
import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.http.PlainReply;
import dev.enfilade.adapter.in.ollama.http.Route;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which path leads where: one line per method and path, here for the server itself, else in the room that answers.
 * Allow names the methods of a path in the order of these lines.
 */
final class OllamaRoutes {

    private final OllamaPorts ports;
    private final OllamaSettings settings;
    private final InstantSource clock;
    private final ModelLookup models;

    OllamaRoutes(OllamaPorts ports, OllamaSettings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.models = new ModelLookup(ports.describeModel());
    }

    List<Route> all() {
        return Stream.of(
                        server(),
                        CatalogRoutes.of(models, ports.listModels(), ports.listRunning()),
                        GenerationRoutes.of(models, ports.holdModel(), ports.chat(), ports.generate(), clock),
                        EmbeddingRoutes.of(models, ports.holdModel(), ports.embed(), clock),
                        CloudRoutes.all())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> server() {
        return List.of(
                new Route(HEAD, "/", PlainReply::running),
                new Route(GET, "/", PlainReply::running),
                new Route(HEAD, "/api/version", this::version),
                new Route(GET, "/api/version", this::version));
    }

    private void version(Context ctx) throws IOException {
        JsonReply.send(
                ctx,
                new JsonOut()
                        .beginObject()
                        .member("version", settings.version())
                        .endObject());
    }
}
