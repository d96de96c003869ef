package dev.enfilade.adapter.in.ollama;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Timing;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.stream.EventStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Events from memory, and how they end: by themselves, or by a failure. */
public final class ScriptedEvents implements EventStream<GenerationEvent> {

    public static final Timing TIMING = new Timing(4, 1, 2, 3);
    public static final Finished STOP = finished(FinishReason.STOP);

    private final Iterator<GenerationEvent> events;
    private final Optional<? extends RuntimeException> ending;
    private volatile boolean closed;

    private ScriptedEvents(List<GenerationEvent> events, Optional<? extends RuntimeException> ending) {
        this.events = events.iterator();
        this.ending = ending;
    }

    public static ScriptedEvents of(GenerationEvent... events) {
        return new ScriptedEvents(List.of(events), Optional.empty());
    }

    public static ScriptedEvents of(List<GenerationEvent> events) {
        return new ScriptedEvents(events, Optional.empty());
    }

    public static ScriptedEvents failing(Failure failure, GenerationEvent... events) {
        return failing(new FailureException(failure), events);
    }

    public static ScriptedEvents failing(RuntimeException failure, GenerationEvent... events) {
        return new ScriptedEvents(List.of(events), Optional.of(failure));
    }

    public static Finished finished(FinishReason reason) {
        return new Finished(reason, Optional.of(new Usage(11, 5)), TIMING);
    }

    @Override
    public boolean hasNext() {
        if (!events.hasNext() && ending.isPresent()) {
            throw ending.get();
        }
        return events.hasNext();
    }

    @Override
    public GenerationEvent next() {
        return events.next();
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }
}
