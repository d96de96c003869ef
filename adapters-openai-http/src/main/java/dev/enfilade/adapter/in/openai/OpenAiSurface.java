package dev.enfilade.adapter.in.openai;

import dev.enfilade.application.port.in.FindModelUseCase;
import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.application.port.in.ShowsModelUseCase;
import dev.enfilade.domain.failure.Failure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAI HTTP API under {@code /v1}: everything is relayed; the list of models and the errors of our own making are
 * ours.
 */
public final class OpenAiSurface {

    /**
     * Request attribute: a {@link Runnable} that resets the client's connection, for answers that cannot be ended
     * truthfully.
     */
    public static final String ABORT = "enfilade.abort";

    /** Request attribute: the id under which the request is known, which the backend is told. */
    public static final String REQUEST_ID = "request-id";

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);

    private final RelayEndpoint relay;
    private final ModelsEndpoint models;
    private final ModelEndpoint model;
    private final BooleanSupplier draining;

    /**
     * @param heartbeat after how long a silence event streams get a comment, never if absent
     * @param draining true when requests are being cancelled because the server ends
     */
    public OpenAiSurface(
            RelayUseCase relay,
            ListModelsUseCase models,
            FindModelUseCase model,
            ShowsModelUseCase shown,
            Optional<Duration> heartbeat,
            BooleanSupplier draining) {
        this.relay = new RelayEndpoint(relay, new Heartbeat(heartbeat));
        this.models = new ModelsEndpoint(relay, models, shown);
        this.model = new ModelEndpoint(relay, model);
        this.draining = draining;
    }

    /** Registers every method and path under {@code /v1}. */
    public void addTo(RoutesConfig routes) {
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.HEAD)) {
            routes.addHttpHandler(method, RelayTarget.ROOT + "/models", models::handle);
            routes.addHttpHandler(method, RelayTarget.ROOT + "/models/*", model::handle);
        }
        for (HandlerType method : METHODS) {
            routes.addHttpHandler(method, RelayTarget.ROOT + "/*", relay::handle);
        }
    }

    /**
     * Words a failure: as status and body while the response is not begun, as a last event in an event stream, and as a
     * reset where neither is possible any more. What is no {@link Failure} is a bug and says no more than that.
     */
    public void answer(Context ctx, Throwable thrown) {
        Failure failure = OpenAiErrors.failureOf(thrown).map(this::ended).orElse(null);
        if (failure == null && thrown instanceof IOException) {
            failure = ended(new Failure.Cancelled());
        }
        if (failure instanceof Failure.Cancelled) {
            abort(ctx);
        } else if (ctx.res().isCommitted()) {
            answerLate(ctx, body(failure));
        } else {
            answerEarly(ctx, failure);
        }
    }

    /** The methods of a path, none where it is not ours. */
    public List<String> allowed(String path) {
        return path.startsWith(RelayTarget.ROOT + "/")
                ? METHODS.stream().map(HandlerType::name).toList()
                : List.of();
    }

    /** Whether a body of this kind passes while it is sent, instead of being held whole. */
    public static boolean isUpload(String path, String contentType) {
        return ClientRequest.isUpload(path, contentType);
    }

    /** There is no such path. */
    public void notFound(Context ctx) {
        error(ctx, 404, OpenAiErrors.body("not found", "invalid_request_error", "not_found"));
    }

    /** The path takes other methods. */
    public void methodNotAllowed(Context ctx, List<String> allowed) {
        ctx.header("Allow", String.join(", ", allowed));
        error(ctx, 405, OpenAiErrors.body("method not allowed", "invalid_request_error", "method_not_allowed"));
    }

    private Failure ended(Failure failure) {
        return failure instanceof Failure.Cancelled && draining.getAsBoolean() ? new Failure.ShuttingDown() : failure;
    }

    private static String body(@Nullable Failure failure) {
        return failure == null
                ? OpenAiErrors.body("internal server error", "server_error", "internal_error")
                : OpenAiErrors.body(failure);
    }

    private static void answerEarly(Context ctx, @Nullable Failure failure) {
        ctx.res().resetBuffer();
        if (failure != null) {
            OpenAiErrors.retryAfter(failure).ifPresent(seconds -> ctx.header("Retry-After", Long.toString(seconds)));
        }
        error(ctx, failure == null ? 500 : OpenAiErrors.wording(failure).status(), body(failure));
    }

    private static void error(Context ctx, int status, String body) {
        ctx.status(status).contentType("application/json").result(body);
    }

    private static void answerLate(Context ctx, String body) {
        String type = ctx.res().getContentType();
        if (type == null || !type.startsWith("text/event-stream")) {
            abort(ctx);
            return;
        }
        try {
            OutputStream client = ctx.res().getOutputStream();
            client.write(("data: " + body + "\n\n").getBytes(StandardCharsets.UTF_8));
            client.flush();
        } catch (IOException e) {
            abort(ctx);
        }
    }

    private static void abort(Context ctx) {
        Runnable abort = ctx.attribute(ABORT);
        if (abort != null) {
            abort.run();
        }
    }
}
