package dev.enfilade.application.port.out;

import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;

/** Something that turns texts into vectors. */
@FunctionalInterface
public interface EmbeddingBackend {

    /**
     * One vector per input, in the order of the inputs.
     *
     * @param request its model is the backend's own name; it has at least one input
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong; fewer or more vectors than inputs are a
     *     broken answer
     */
    EmbeddingResult embed(EmbeddingRequest request);
}
