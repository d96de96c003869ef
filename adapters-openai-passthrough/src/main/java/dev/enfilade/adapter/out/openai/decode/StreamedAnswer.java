package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.adapter.out.openai.sse.SseEvent;
import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer that comes as server-sent events. */
final class StreamedAnswer implements AnswerSource {

    private final SseReader reader;
    private final ChunkDecoder decoder;

    StreamedAnswer(SseReader reader, AnswerRules rules, Stopwatch watch, Consumer<GenerationEvent> events) {
        this.reader = reader;
        this.decoder = new ChunkDecoder(rules, watch, events);
    }

    @Override
    public boolean pull() {
        SseEvent event = next();
        boolean more = event != null && decoder.add(event);
        if (!more) {
            decoder.end();
        }
        return more;
    }

    /**
     * Null at the end of the body. How a connection ends behind a finish reason does not matter: the answer is there.
     */
    private @Nullable SseEvent next() {
        try {
            return reader.next();
        } catch (FailureException e) {
            if (decoder.isFinished() && !(e.failure() instanceof Failure.Cancelled)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
