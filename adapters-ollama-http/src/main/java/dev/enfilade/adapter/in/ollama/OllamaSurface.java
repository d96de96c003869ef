package dev.enfilade.adapter.in.ollama;

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
        this.routes = new RouteTable(routes(ports, settings, new CreatedAt(clock)));
        this.errors = new OllamaErrors(draining);
    }

    /** One line per method and path; Allow names methods in this order. */
    private static List<Route> routes(OllamaPorts ports, OllamaSettings settings, CreatedAt createdAt) {
        ModelLookup models = new ModelLookup(ports.describeModel());
        TagsEndpoint tags = new TagsEndpoint(ports.listModels());
        return List.of(
                new Route(HEAD, "/", PlainReply::running),
                new Route(HEAD, "/api/version", ctx -> version(ctx, settings)),
                new Route(HEAD, "/api/tags", tags),
                new Route(GET, "/", PlainReply::running),
                new Route(GET, "/api/version", ctx -> version(ctx, settings)),
                new Route(GET, "/api/tags", tags),
                new Route(POST, "/api/chat", new ChatEndpoint(models, ports.holdModel(), ports.chat(), createdAt)),
                new Route(
                        POST,
                        "/api/generate",
                        new GenerateEndpoint(models, ports.holdModel(), ports.generate(), createdAt)));
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

    private static void version(Context ctx, OllamaSettings settings) throws IOException {
        JsonReply.send(
                ctx,
                new JsonOut()
                        .beginObject()
                        .member("version", settings.version())
                        .endObject());
    }
}
