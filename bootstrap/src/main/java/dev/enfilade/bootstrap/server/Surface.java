package dev.enfilade.bootstrap.server;

import static java.util.Objects.requireNonNull;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One HTTP API as the server needs it; each part is a method of the surface's own class.
 *
 * @param routes registers its routes
 * @param failures words whatever a handler threw, as a status while nothing was sent and within the stream afterwards
 * @param notFound answers a path that it does not know
 * @param methodNotAllowed answers a path that it knows for other methods
 * @param allowed the methods of a path in the order in which they are to be named, none if the path is unknown
 */
public record Surface(
        Consumer<RoutesConfig> routes,
        Failures failures,
        Handler notFound,
        Refusal methodNotAllowed,
        Function<String, List<String>> allowed) {

    public Surface {
        requireNonNull(routes, "routes is null");
        requireNonNull(failures, "failures is null");
        requireNonNull(notFound, "notFound is null");
        requireNonNull(methodNotAllowed, "methodNotAllowed is null");
        requireNonNull(allowed, "allowed is null");
    }

    Surface withoutRoutes() {
        return new Surface(_ -> {}, failures, notFound, methodNotAllowed, _ -> List.of());
    }

    /** Words what a handler threw. */
    @FunctionalInterface
    public interface Failures {
        void answer(Context ctx, Throwable thrown) throws IOException;
    }

    /** Answers a method that a path does not take. */
    @FunctionalInterface
    public interface Refusal {
        void answer(Context ctx, List<String> allowed) throws IOException;
    }
}
