package dev.enfilade.application.port.in;

import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;

/** Turns texts into vectors. */
@FunctionalInterface
public interface EmbedUseCase {

    /**
     * One vector per input, in order, as the backend gave them; no input needs no backend.
     *
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong
     */
    EmbeddingResult embed(EmbeddingRequest request);
}
