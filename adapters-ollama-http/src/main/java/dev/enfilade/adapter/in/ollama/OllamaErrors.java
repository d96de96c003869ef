package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Words every failure of the surface: as a status and a body while nothing was sent, as the last line of the stream
 * afterwards.
 */
final class OllamaErrors {

    private static final String ASKED_MODEL = "ollama.asked-model";
    private static final ErrorReply BUG = ErrorReply.of(500, "internal server error");

    private final BooleanSupplier draining;

    OllamaErrors(BooleanSupplier draining) {
        this.draining = draining;
    }

    /** Keeps the model's name as the client wrote it: errors about the model repeat it so. */
    static void askedFor(Context ctx, String model) {
        ctx.attribute(ASKED_MODEL, model);
    }

    void answer(Context ctx, Throwable thrown) {
        Optional<Failure> failure = failure(thrown);
        if (failure.isPresent() && failure.get() instanceof Failure.Cancelled && !draining.getAsBoolean()) {
            // For the log: without a body, and without effect once the answer has begun.
            ctx.status(ErrorReply.CLIENT_GONE);
            return;
        }
        try {
            send(ctx, reply(ctx, thrown, failure));
        } catch (IOException clientGone) {
            // Nobody is left to be told.
        }
    }

    private ErrorReply reply(Context ctx, Throwable thrown, Optional<Failure> failure) {
        if (thrown instanceof OllamaError error) {
            return error.reply();
        }
        return failure.map(known -> ErrorReply.of(inTheClientsWords(ctx, known)))
                .orElse(BUG);
    }

    /**
     * A cancelled request is our doing when we are on our way out. A backend knows the model under another name than
     * the client.
     */
    private static Failure inTheClientsWords(Context ctx, Failure failure) {
        if (failure instanceof Failure.Cancelled) {
            return new Failure.ShuttingDown();
        }
        @Nullable String asked = ctx.attribute(ASKED_MODEL);
        return asked != null && isAboutTheModel(failure) ? new Failure.ModelNotFound(asked) : failure;
    }

    private static boolean isAboutTheModel(Failure failure) {
        return failure instanceof Failure.ModelNotFound
                || (failure instanceof Failure.Refused refused && refused.status() == 404);
    }

    /** The failure inside, if any; an input or output error without one is the client's connection. */
    private static Optional<Failure> failure(Throwable thrown) {
        boolean connection = false;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailureException known) {
                return Optional.of(known.failure());
            }
            connection |= cause instanceof IOException || cause instanceof UncheckedIOException;
        }
        return connection ? Optional.of(new Failure.Cancelled()) : Optional.empty();
    }

    private static String seconds(Duration delay) {
        return Long.toString(Math.max(0, delay.plusMillis(999).toSeconds()));
    }

    private static void send(Context ctx, ErrorReply reply) throws IOException {
        JsonOut body = new JsonOut().beginObject().member("error", reply.text()).endObject();
        if (ctx.res().isCommitted()) {
            body.newLine().writeTo(ctx.res().getOutputStream());
            ctx.res().flushBuffer();
        } else {
            reply.retryAfter().ifPresent(delay -> ctx.header("Retry-After", seconds(delay)));
            JsonReply.send(ctx, reply.status(), reply.type(), body);
        }
    }
}
