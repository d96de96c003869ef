package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.Asked;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.servlet.JavalinServlet;
import jakarta.servlet.Servlet;
import java.util.List;

/** Javalin with the routes of every surface. What no route answers goes back to the surface of the path. */
final class Router {

    private final Surfaces surfaces;
    private final OperatorRoutes operators;
    private final FailedHandlers failed;

    Router(Surfaces surfaces, OperatorRoutes operators) {
        this.surfaces = surfaces;
        this.operators = operators;
        this.failed = new FailedHandlers(surfaces);
    }

    /** Javalin's servlet without the one around it that would take upgrades to websockets. */
    Servlet servlet() {
        return new JavalinServlet(Javalin.create(this::configure).unsafe);
    }

    private void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        // A compressed stream arrives in one piece at its end.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.router.handlerWrapper(endpoint -> ctx -> {
            Exchange.of(ctx.req()).note().routed(RouteName.of(endpoint.path, ctx.path()));
            handle(endpoint.handler, ctx);
        });
        config.routes.exception(NotFoundResponse.class, (thrown, ctx) -> handle(this::unmatched, ctx));
        operators.addTo(config.routes);
        surfaces.ollama().routes().accept(config.routes);
        surfaces.openai().routes().accept(config.routes);
    }

    /** Nothing that a handler throws reaches Javalin, which has words of its own for some of it. */
    private void handle(Handler handler, Context ctx) {
        try {
            Exchange.of(ctx.req()).refusal().ifPresent(refusal -> {
                throw new FailureException(refusal);
            });
            handler.handle(ctx);
        } catch (Throwable thrown) {
            failed.answer(ctx, thrown);
        }
    }

    private void unmatched(Context ctx) throws Exception {
        Exchange.of(ctx.req()).note().routed(Asked.NOT_FOUND);
        Surface surface = surfaces.of(ctx.path());
        List<String> allowed = surface.allowed().apply(ctx.path());
        if (allowed.isEmpty() || allowed.contains(ctx.req().getMethod())) {
            surface.notFound().handle(ctx);
        } else {
            surface.methodNotAllowed().answer(ctx, allowed);
        }
    }
}
