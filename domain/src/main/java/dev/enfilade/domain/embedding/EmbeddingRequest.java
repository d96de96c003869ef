package dev.enfilade.domain.embedding;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import java.util.List;

/** Texts that are to become vectors, one each, in order. */
public record EmbeddingRequest(ModelName model, List<String> inputs) {

    public EmbeddingRequest {
        requireNonNull(model, "model is null");
        inputs = List.copyOf(inputs);
    }

    public EmbeddingRequest withModel(ModelName other) {
        return new EmbeddingRequest(other, inputs);
    }
}
