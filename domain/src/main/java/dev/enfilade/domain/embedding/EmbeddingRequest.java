package dev.enfilade.domain.embedding;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.request.Sampling;
import java.util.List;

/**
 * Texts that are to become vectors, one each, in order.
 *
 * @param sampling what was asked besides, which is known to have no place in an embedding
 */
public record EmbeddingRequest(ModelName model, List<String> inputs, Sampling sampling) {

    public EmbeddingRequest {
        requireNonNull(model, "model is null");
        inputs = List.copyOf(inputs);
        requireNonNull(sampling, "sampling is null");
    }

    public EmbeddingRequest(ModelName model, List<String> inputs) {
        this(model, inputs, Sampling.UNSET);
    }

    public EmbeddingRequest withModel(ModelName other) {
        return new EmbeddingRequest(other, inputs, sampling);
    }
}
