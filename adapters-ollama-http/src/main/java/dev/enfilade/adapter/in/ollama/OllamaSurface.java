package dev.enfilade.adapter.in.ollama;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The Ollama HTTP API: {@code /} and everything below {@code /api}. */
public final class OllamaSurface {

    private final RouteTable routes;
    private final OllamaErrors errors;

    /**
     * @param draining true once the server is on its way out
     * @param clock for the times in answers
     */
    public OllamaSurface(OllamaPorts ports, OllamaSettings settings, BooleanSupplier draining, InstantSource clock) {
        this.routes = new RouteTable(routes(ports, settings, clock));
        this.errors = new OllamaErrors(draining);
    }

    /** One line per method and path; Allow names methods in this order. */
    private static List<Route> routes(OllamaPorts ports, OllamaSettings settings, InstantSource clock) {
        ModelLookup lookup = new ModelLookup(ports.describeModel());
        CreatedAt createdAt = new CreatedAt(clock);
        TagsEndpoint tags = new TagsEndpoint(ports.listModels());
        KnownModels models = new KnownModels(ports.describeModel());
        RefusedWrites writes = new RefusedWrites(models);
        return List.of(
                new Route(HEAD, "/", PlainReply::running),
                new Route(HEAD, "/api/version", ctx -> version(ctx, settings)),
                new Route(HEAD, "/api/tags", tags),
                new Route(GET, "/", PlainReply::running),
                new Route(GET, "/api/version", ctx -> version(ctx, settings)),
                new Route(GET, "/api/tags", tags),
                new Route(POST, "/api/chat", new ChatEndpoint(lookup, ports.holdModel(), ports.chat(), createdAt)),
                new Route(
                        POST,
                        "/api/generate",
                        new GenerateEndpoint(lookup, ports.holdModel(), ports.generate(), createdAt)),
                new Route(GET, "/api/ps", new PsEndpoint(ports.listRunning())),
                new Route(GET, "/api/status", OllamaSurface::status),
                new Route(POST, "/api/show", new ShowEndpoint(models)),
                new Route(POST, "/api/embed", new EmbedEndpoint(models, ports.holdModel(), ports.embed(), clock)),
                new Route(POST, "/api/embeddings", new EmbeddingsEndpoint(models, ports.holdModel(), ports.embed())),
                new Route(POST, "/api/pull", new PullEndpoint(models)),
                new Route(POST, "/api/push", writes::push),
                new Route(POST, "/api/create", writes::create),
                new Route(POST, "/api/copy", writes::copy),
                new Route(DELETE, "/api/delete", writes::delete),
                new Route(HEAD, "/api/blobs/{digest}", writes::findBlob),
                new Route(POST, "/api/blobs/{digest}", writes::uploadBlob),
                new Route(POST, "/api/me", RefusedWrites::account),
                new Route(POST, "/api/signout", RefusedWrites::cloud),
                new Route(DELETE, "/api/user/keys/{key}", RefusedWrites::cloud),
                new Route(POST, "/api/experimental/web_search", RefusedWrites::cloud),
                new Route(POST, "/api/experimental/web_fetch", RefusedWrites::cloud),
                new Route(GET, "/api/experimental/model-recommendations", RefusedWrites::cloud));
    }

    public void addTo(RoutesConfig config) {
        routes.addTo(config);
    }

    /**
     * Words any failure of a request to this surface, before or after its answer has begun; a failure that nobody can
     * read is silent.
     */
    public void answer(Context ctx, Throwable thrown) {
        errors.answer(ctx, thrown);
    }

    /**
     * Answers a request that no route matches: 404 in plain text, or a redirect if only the path's spelling is wrong.
     */
    public void notFound(Context ctx) throws IOException {
        String query = Optional.ofNullable(ctx.queryString()).orElse("");
        Optional<Redirect> redirect = Redirect.of(ctx.method().name(), ctx.path(), query, routes);
        if (redirect.isPresent()) {
            PlainReply.redirect(ctx, redirect.get());
        } else {
            PlainReply.notFound(ctx);
        }
    }

    /** Answers 405 in plain text; {@code allowed} in the order in which it is to be named. */
    public void methodNotAllowed(Context ctx, List<String> allowed) throws IOException {
        PlainReply.methodNotAllowed(ctx, allowed);
    }

    /** The methods of a path in the order of {@code Allow}; none if the path is unknown. */
    public List<String> allowed(String path) {
        return routes.allowed(path);
    }

    /** The cloud is off, and nothing can turn it on. */
    private static void status(Context ctx) throws IOException {
        JsonReply.send(
                ctx,
                new JsonOut()
                        .beginObject()
                        .beginObject("cloud")
                        .member("disabled", true)
                        .member("source", "env")
                        .endObject()
                        .endObject());
    }

    private static void version(Context ctx, OllamaSettings settings) throws IOException {
        JsonReply.send(
                ctx,
                new JsonOut()
                        .beginObject()
                        .member("version", settings.version())
                        .endObject());
    }
}
