package dev.enfilade.application.port.out;

import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An {@link EmbeddingBackend} in memory: answers with what it was given, and keeps the requests. */
public final class FakeEmbeddingBackend implements EmbeddingBackend, Stage<EmbeddingBackend> {

    private final List<EmbeddingRequest> requests = new ArrayList<>();
    private final Gate gate = new Gate();
    private final Function<Gate, EmbeddingResult> answer;

    private FakeEmbeddingBackend(Function<Gate, EmbeddingResult> answer) {
        this.answer = answer;
    }

    public static FakeEmbeddingBackend answering(EmbeddingResult result) {
        return new FakeEmbeddingBackend(gate -> result);
    }

    public static FakeEmbeddingBackend failing(Failure failure) {
        return new FakeEmbeddingBackend(gate -> {
            throw new FailureException(failure);
        });
    }

    public static FakeEmbeddingBackend silent() {
        return new FakeEmbeddingBackend(gate -> {
            throw gate.blockUntilAbandoned();
        });
    }

    @Override
    public EmbeddingResult embed(EmbeddingRequest request) {
        requests.add(request);
        EmbeddingResult result = answer.apply(gate);
        if (result.vectors().size() != request.inputs().size()) {
            throw new FailureException(Fails.INVALID);
        }
        return result;
    }

    /** Everything that was asked so far. */
    public List<EmbeddingRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public EmbeddingBackend backend() {
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
