package dev.enfilade.adapter.in.ollama.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.Failure.Unsupported;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members that {@code /api/chat} and {@code /api/generate} have in common. {@code truncate} and {@code shift} steer
 * a context window that is the backend's affair: they are read, have no effect, and are named as such.
 *
 * @param stream unset is true
 * @param format JSON of any kind; absent and null are the same
 * @param options not yet checked, since Ollama checks them after the model
 * @param debugRenderOnly asks for the rendered prompt in place of an answer
 */
record AskSettings(
        Optional<Boolean> stream,
        Optional<JsonText> format,
        KeepAlive keepAlive,
        Map<String, JsonText> options,
        Thinking think,
        Optional<Boolean> truncate,
        Optional<Boolean> shift,
        boolean debugRenderOnly,
        boolean logprobs,
        long topLogprobs) {

    private static final int MOST_ALTERNATIVES = 20;

    AskSettings {
        requireNonNull(stream, "stream is null");
        requireNonNull(format, "format is null");
        requireNonNull(keepAlive, "keepAlive is null");
        requireNonNull(options, "options is null");
        requireNonNull(think, "think is null");
        requireNonNull(truncate, "truncate is null");
        requireNonNull(shift, "shift is null");
    }

    boolean streamed() {
        return stream.orElse(true);
    }

    Delivery delivery() {
        return streamed() ? Delivery.STREAMED : Delivery.WHOLE;
    }

    /** The names of what the client wants done with the context window. */
    List<String> windowWishes() {
        return Stream.of(truncate.map(_ -> "truncate"), shift.map(_ -> "shift"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The number of alternatives means nothing unless probabilities are asked for. */
    Optional<LogprobDetail> logprobDetail() {
        return logprobs ? Optional.of(new LogprobDetail((int) topLogprobs)) : Optional.empty();
    }

    /**
     * @throws FailureException if the number of alternatives is out of range, even where it means nothing, as in Ollama
     *     0.33
     */
    void checkTopLogprobs() {
        if (topLogprobs < 0 || topLogprobs > MOST_ALTERNATIVES) {
            throw new FailureException(new InvalidRequest("top_logprobs must be between 0 and " + MOST_ALTERNATIVES));
        }
    }

    /** @throws FailureException if the rendered prompt is asked for: it exists in the backend only */
    void checkDebug() {
        if (debugRenderOnly) {
            throw new FailureException(new Unsupported("_debug_render_only is not supported"));
        }
    }
}
