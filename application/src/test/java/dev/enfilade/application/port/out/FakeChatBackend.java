package dev.enfilade.application.port.out;

import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link ChatBackend} in memory: plays scripts, one per call and the last one for all further calls, and keeps the
 * requests.
 */
public final class FakeChatBackend implements ChatBackend, Stage<ChatBackend> {

    private final List<List<Cue>> scripts = new ArrayList<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private final Gate gate = new Gate();

    public static FakeChatBackend playing(Cue... script) {
        return new FakeChatBackend().then(script);
    }

    /** What the next call after those already planned is answered with. */
    public FakeChatBackend then(Cue... script) {
        scripts.add(List.of(script));
        return this;
    }

    @Override
    public EventStream<GenerationEvent> chat(ChatRequest request) {
        List<Cue> script = scripts.get(Math.min(requests.size(), scripts.size() - 1));
        requests.add(request);
        return FakeStream.open(script, gate);
    }

    /** Everything that was asked so far. */
    public List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public ChatBackend backend() {
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
