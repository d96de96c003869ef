package dev.enfilade.adapter.in.ollama.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths of the surface with their methods, in the order in which Ollama 0.33 names them in {@code Allow}: HEAD,
 * GET, POST, DELETE.
 *
 * <p>Javalin is given a handler for the other methods of each path too, since it would otherwise answer HEAD wherever
 * GET exists.
 */
public final class RouteTable {

    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    public void addTo(RoutesConfig config) {
        Map<String, List<HandlerType>> taken = new LinkedHashMap<>();
        for (Route route : routes) {
            config.addHttpHandler(route.method(), route.path(), route.handler());
            taken.computeIfAbsent(route.path(), path -> methods(path));
        }
        taken.forEach((path, methods) -> refuseOthers(config, path, methods));
    }

    /** The methods of a path, none if there is no such path. */
    public List<String> allowed(String path) {
        return routes.stream()
                .filter(route -> route.matches(path))
                .map(route -> route.method().name())
                .toList();
    }

    /** Answers a request that none of the routes matches. */
    public void notFound(Context ctx) throws IOException {
        String query = Optional.ofNullable(ctx.queryString()).orElse("");
        Optional<Redirect> redirect = Redirect.of(ctx.method().name(), ctx.path(), query, this);
        if (redirect.isPresent()) {
            PlainReply.redirect(ctx, redirect.get());
        } else {
            PlainReply.notFound(ctx);
        }
    }

    private List<HandlerType> methods(String path) {
        return routes.stream()
                .filter(route -> route.path().equals(path))
                .map(Route::method)
                .toList();
    }

    private static void refuseOthers(RoutesConfig config, String path, List<HandlerType> methods) {
        List<String> names = methods.stream().map(HandlerType::name).toList();
        HandlerType.commonHttp().stream()
                .filter(method -> !methods.contains(method))
                .forEach(method -> config.addHttpHandler(method, path, ctx -> PlainReply.methodNotAllowed(ctx, names)));
    }
}
