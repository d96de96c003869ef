package dev.enfilade.adapter.in.ollama;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which path leads where: one line per method and path. Allow names the methods of a path in the order of these lines.
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
        return Stream.of(facts(), answers(), vectors(), writes(), cloud())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> facts() {
        TagsEndpoint tags = new TagsEndpoint(ports.listModels());
        return List.of(
                new Route(HEAD, "/", PlainReply::running),
                new Route(GET, "/", PlainReply::running),
                new Route(HEAD, "/api/version", this::version),
                new Route(GET, "/api/version", this::version),
                new Route(HEAD, "/api/tags", tags),
                new Route(GET, "/api/tags", tags),
                new Route(GET, "/api/ps", new PsEndpoint(ports.listRunning())),
                new Route(POST, "/api/show", new ShowEndpoint(models)));
    }

    private List<Route> answers() {
        CreatedAt createdAt = new CreatedAt(clock);
        return List.of(
                new Route(POST, "/api/chat", new ChatEndpoint(models, ports.holdModel(), ports.chat(), createdAt)),
                new Route(
                        POST,
                        "/api/generate",
                        new GenerateEndpoint(models, ports.holdModel(), ports.generate(), createdAt)));
    }

    private List<Route> vectors() {
        Embedder embedder = new Embedder(ports.holdModel(), ports.embed());
        return List.of(
                new Route(POST, "/api/embed", new EmbedEndpoint(models, embedder, clock)),
                new Route(POST, "/api/embeddings", new EmbeddingsEndpoint(models, embedder)));
    }

    private List<Route> writes() {
        RefusedWrites refused = new RefusedWrites(models);
        return List.of(
                new Route(POST, "/api/pull", new PullEndpoint(models)),
                new Route(POST, "/api/push", refused::push),
                new Route(POST, "/api/create", refused::create),
                new Route(POST, "/api/copy", refused::copy),
                new Route(DELETE, "/api/delete", refused::delete),
                new Route(HEAD, BlobEndpoint.PATH, new BlobEndpoint(404, "blob not found")),
                new Route(
                        POST, BlobEndpoint.PATH, new BlobEndpoint(501, RefusedWrites.unsupported("uploading a blob"))));
    }

    private static List<Route> cloud() {
        return List.of(
                new Route(GET, "/api/status", CloudRoutes::status),
                new Route(POST, "/api/me", CloudRoutes.ACCOUNT),
                new Route(POST, "/api/signout", CloudRoutes.UNSERVED),
                new Route(DELETE, "/api/user/keys/{key}", CloudRoutes.UNSERVED),
                new Route(POST, "/api/experimental/web_search", CloudRoutes.UNSERVED),
                new Route(POST, "/api/experimental/web_fetch", CloudRoutes.UNSERVED),
                new Route(GET, "/api/experimental/model-recommendations", CloudRoutes.UNSERVED));
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
