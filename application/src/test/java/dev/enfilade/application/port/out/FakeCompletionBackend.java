package dev.enfilade.application.port.out;

import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link CompletionBackend} in memory: plays scripts, one per call and the last one for all further calls, and keeps
 * the requests.
 */
public final class FakeCompletionBackend implements CompletionBackend, Stage<CompletionBackend> {

    private final List<List<Cue>> scripts = new ArrayList<>();
    private final List<GenerateRequest> requests = new ArrayList<>();
    private final Gate gate = new Gate();

    public static FakeCompletionBackend playing(Cue... script) {
        return new FakeCompletionBackend().then(script);
    }

    /** What the next call after those already planned is answered with. */
    public FakeCompletionBackend then(Cue... script) {
        scripts.add(List.of(script));
        return this;
    }

    @Override
    public EventStream<GenerationEvent> complete(GenerateRequest request) {
        List<Cue> script = scripts.get(Math.min(requests.size(), scripts.size() - 1));
        requests.add(request);
        return FakeStream.open(script, gate);
    }

    /** Everything that was asked so far. */
    public List<GenerateRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public CompletionBackend backend() {
        return this;
    }

    @Override
    public void awaitSilence() {
        gate.awaitSilence();
    }

    @Override
    public void awaitAbandoned() {
        gate.awaitAbandoned();
    }
}
