package dev.enfilade.adapter.in.ollama.http;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words every failure of the surface: as a status and a body while nothing was sent, as the last line of the stream
 * afterwards.
 */
public final class OllamaErrors {

    private static final String MISSING = "ollama.missing";

    /** OpenAI's word; some servers say it with another status. */
    private static final String NO_SUCH_MODEL = "model_not_found";

    /**
     * What is missing is a route or an ability, and the model is there: so say OpenAI of {@code /v1/completions} with a
     * model for chats, OpenRouter of tools, and web servers where the base URL is wrong.
     */
    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "(\\bnot|n't|\\bthat) support|\\bURL\\b|\\bpage not found\\b|\\bno route\\b|^(file |route )?not found\\W*$",
            Pattern.CASE_INSENSITIVE);

    private static final ErrorReply BUG = ErrorReply.of(500, "internal server error");

    private final BooleanSupplier draining;

    public OllamaErrors(BooleanSupplier draining) {
        this.draining = draining;
    }

    /**
     * Keeps what this request is told if its model turns out to be missing: routes differ, and backends know the model
     * by other names.
     */
    public static void wordMissing(Context ctx, String text) {
        ctx.attribute(MISSING, text);
    }

    public void answer(Context ctx, Throwable thrown) {
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
        return failure.map(known -> reply(ctx, known)).orElse(BUG);
    }

    /** A backend that has no such model says so with 404. */
    private static ErrorReply reply(Context ctx, Failure failure) {
        @Nullable String missing = ctx.attribute(MISSING);
        return missing != null && isAboutTheModel(failure) ? ErrorReply.of(404, missing) : ErrorReply.of(failure);
    }

    private static boolean isAboutTheModel(Failure failure) {
        return failure instanceof Failure.ModelNotFound
                || (failure instanceof Failure.Refused refused && isAboutTheModel(refused));
    }

    private static boolean isAboutTheModel(Failure.Refused refused) {
        return refused.code().filter(NO_SUCH_MODEL::equals).isPresent()
                || (refused.status() == 404
                        && !SOMETHING_ELSE.matcher(refused.text()).find());
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
