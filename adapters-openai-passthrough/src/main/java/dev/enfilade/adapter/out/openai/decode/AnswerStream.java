package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of one answer: keeps the stream contract over whatever source they come from. */
public final class AnswerStream implements EventStream<GenerationEvent> {

    private final Deque<GenerationEvent> ready = new ArrayDeque<>();
    private final AnswerSource source;
    private boolean more = true;
    private @Nullable FailureException failed;
    private volatile boolean closed;

    private AnswerStream(Function<Consumer<GenerationEvent>, AnswerSource> source) {
        this.source = source.apply(ready::add);
    }

    /**
     * Opens an answer that is streamed; returns when the first event is in hand. Closing the stream closes the reader.
     */
    public static AnswerStream ofEvents(SseReader reader, AnswerRules rules, Stopwatch watch) {
        return open(events -> new StreamedAnswer(reader, rules, watch, events));
    }

    /** Opens an answer that is one JSON document; returns when it was read. Closing the stream closes the body. */
    public static AnswerStream ofWhole(ByteStream body, AnswerRules rules, Stopwatch watch) {
        return open(events -> new WholeAnswer(body, rules, watch, events));
    }

    private static AnswerStream open(Function<Consumer<GenerationEvent>, AnswerSource> source) {
        AnswerStream stream = new AnswerStream(source);
        try {
            stream.fill();
            return stream;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        fill();
        return !ready.isEmpty();
    }

    @Override
    public GenerationEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the answer has ended");
        }
        return ready.remove();
    }

    /** Sees to it that an event is ready, unless the end was given out. */
    private void fill() {
        while (more && ready.isEmpty()) {
            pull();
        }
        if (closed && !ready.isEmpty()) {
            throw new FailureException(new Failure.Cancelled());
        }
    }

    private void pull() {
        if (failed != null) {
            throw failed;
        }
        try {
            more = source.pull();
        } catch (FailureException e) {
            failed = closed ? new FailureException(new Failure.Cancelled(), e) : e;
        }
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }
}
