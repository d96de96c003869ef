package dev.enfilade.bootstrap.server;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A surface whose handlers are the test's; errors are the failure's text, and within a stream a line {@code error:
 * text}.
 */
final class TestSurface {

    /** A failure with this text makes the surface fail in turn. */
    static final String UNSPEAKABLE = "unspeakable";

    private final Map<Route, Handler> handlers = new ConcurrentHashMap<>();
    private final String name;
    private final BooleanSupplier cutting;

    TestSurface(String name, BooleanSupplier cutting) {
        this.name = name;
        this.cutting = cutting;
    }

    private record Route(HandlerType method, String path) {}

    void post(String path, Handler handler) {
        handlers.put(new Route(HandlerType.POST, path), handler);
    }

    void get(String path, Handler handler) {
        handlers.put(new Route(HandlerType.GET, path), handler);
    }

    Surface asSurface() {
        return new Surface(
                this::addTo,
                this::answer,
                ctx -> send(ctx, 404, name + " not found"),
                (ctx, allowed) -> send(ctx, 405, name + " allows " + allowed),
                this::allowed);
    }

    /** Writes and sends off a part of a stream. */
    static void stream(Context ctx, String text) throws IOException {
        OutputStream out = ctx.res().getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void addTo(RoutesConfig routes) {
        handlers.forEach((route, handler) -> routes.addHttpHandler(route.method(), route.path(), handler));
    }

    private List<String> allowed(String path) {
        return Stream.of(HandlerType.HEAD, HandlerType.GET, HandlerType.POST)
                .filter(method -> handlers.containsKey(new Route(method, path)))
                .map(HandlerType::name)
                .toList();
    }

    private void answer(Context ctx, Throwable thrown) throws IOException {
        if (!(thrown instanceof FailureException known)) {
            say(ctx, 500, "bug");
        } else if (!(known.failure() instanceof Failure.Cancelled)) {
            say(ctx, status(known.failure()), known.failure().text());
        } else if (cutting.getAsBoolean()) {
            say(ctx, 503, new Failure.ShuttingDown().text());
        }
    }

    private static void say(Context ctx, int status, String text) throws IOException {
        if (text.equals(UNSPEAKABLE)) {
            throw new IllegalStateException(text);
        }
        if (ctx.res().isCommitted()) {
            stream(ctx, "error: " + text + "\n");
        } else {
            send(ctx, status, text);
        }
    }

    private static int status(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest _ -> 400;
            case Failure.BodyTooLarge _ -> 413;
            case Failure.BodyTooSlow _ -> 408;
            case Failure.ShuttingDown _, Failure.Overloaded _ -> 503;
            default -> 502;
        };
    }

    private static void send(Context ctx, int status, String text) {
        ctx.status(status).contentType("text/plain").result(text);
    }
}
