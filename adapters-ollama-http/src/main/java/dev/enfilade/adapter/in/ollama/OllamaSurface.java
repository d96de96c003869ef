package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.http.OllamaErrors;
import dev.enfilade.adapter.in.ollama.http.PlainReply;
import dev.enfilade.adapter.in.ollama.http.RouteTable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
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
        this.routes = new RouteTable(new OllamaRoutes(ports, settings, clock).all());
        this.errors = new OllamaErrors(draining);
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
        routes.notFound(ctx);
    }

    /** Answers 405 in plain text; {@code allowed} in the order in which it is to be named. */
    public void methodNotAllowed(Context ctx, List<String> allowed) throws IOException {
        PlainReply.methodNotAllowed(ctx, allowed);
    }

    /** The methods of a path in the order of {@code Allow}; none if the path is unknown. */
    public List<String> allowed(String path) {
        return routes.allowed(path);
    }
}
