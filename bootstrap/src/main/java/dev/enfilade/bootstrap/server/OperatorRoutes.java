package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.health.OperatorRoute;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** The routes of operators at one listener. They are ours wherever they are served: none of them is ever relayed. */
final class OperatorRoutes {

    /** What is mistyped below {@code /v1} is no backend's business either. */
    private static final String MISTYPED = "/v1/metrics/*";

    private static final Set<String> PATHS = Set.of(
            "/livez",
            "/readyz",
            "/health",
            "/metrics",
            "/v1/metrics",
            "/v1/metrics/prometheus",
            "/v1/metrics/health",
            MISTYPED);

    private static final List<HandlerType> METHODS = List.of(HandlerType.GET, HandlerType.HEAD);
    private static final List<String> ALLOWED =
            METHODS.stream().map(HandlerType::name).toList();

    private final List<OperatorRoute> here;
    private final Surfaces surfaces;

    /** @param here those that this listener serves */
    OperatorRoutes(List<OperatorRoute> here, Surfaces surfaces) {
        this.here = List.copyOf(here);
        this.surfaces = surfaces;
    }

    /** Whether this is the pattern of such a route. */
    static boolean has(String pattern) {
        return PATHS.contains(pattern);
    }

    void addTo(RoutesConfig routes) {
        for (OperatorRoute route : here) {
            METHODS.forEach(method -> routes.addHttpHandler(method, route.path(), route.handler()));
            Surface surface = surfaces.of(route.path());
            others(METHODS)
                    .forEach(method -> routes.addHttpHandler(
                            method,
                            route.path(),
                            ctx -> surface.methodNotAllowed().answer(ctx, ALLOWED)));
        }
        List<String> served = here.stream().map(OperatorRoute::path).toList();
        PATHS.stream().filter(path -> !served.contains(path)).forEach(path -> hide(routes, path));
    }

    private void hide(RoutesConfig routes, String path) {
        Handler notFound = surfaces.of(path).notFound();
        others(List.of()).forEach(method -> routes.addHttpHandler(method, path, notFound));
    }

    private static List<HandlerType> others(List<HandlerType> methods) {
        return HandlerType.commonHttp().stream()
                .filter(method -> !methods.contains(method))
                .toList();
    }
}
