package dev.enfilade.application.port.out;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.Timing;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays a script from memory. */
final class FakeStream implements EventStream<GenerationEvent> {

    private final Deque<Cue> script;
    private final Gate gate;
    private @Nullable GenerationEvent ready;
    private boolean finished;
    private @Nullable FailureException failed;
    private volatile boolean closed;

    private FakeStream(List<Cue> script, Gate gate) {
        this.script = new ArrayDeque<>(script);
        this.gate = gate;
    }

    /** A stream whose first event is in hand. */
    static FakeStream open(List<Cue> script, Gate gate) {
        FakeStream stream = new FakeStream(script, gate);
        stream.fill();
        return stream;
    }

    @Override
    public boolean hasNext() {
        return fill() != null;
    }

    @Override
    public GenerationEvent next() {
        GenerationEvent event = fill();
        if (event == null) {
            throw new NoSuchElementException();
        }
        ready = null;
        return event;
    }

    private @Nullable GenerationEvent fill() {
        boolean over = finished && ready == null;
        if (closed && !over) {
            throw new FailureException(Fails.CANCELLED);
        }
        if (ready == null && !finished) {
            ready = advance();
            finished = ready instanceof Finished;
        }
        return ready;
    }

    private GenerationEvent advance() {
        if (failed != null) {
            throw failed;
        }
        return switch (script.poll()) {
            case Cue.Text cue -> new TextDelta(cue.text());
            case Cue.Thought cue -> new ThinkingDelta(cue.text());
            case Cue.Calls cue -> new ToolCalls(cue.calls());
            case Cue.Finish cue -> new Finished(cue.reason(), Optional.of(cue.usage()), new Timing(4, 1, 1, 2));
            case Cue.Refusal cue ->
                throw fail(new Failure.Refused(cue.status(), cue.text(), Optional.empty(), Optional.empty()));
            case Cue.Silence _ -> throw gate.blockUntilAbandoned();
            case Cue.Cut _ -> throw fail(Fails.CUT);
            case null -> throw fail(Fails.CUT);
        };
    }

    private FailureException fail(Failure failure) {
        failed = new FailureException(failure);
        return failed;
    }

    @Override
    public void close() {
        closed = true;
        gate.abandon();
    }
}
