package dev.enfilade.domain.embedding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;

/**
 * One vector per input, in the order of the inputs, as the backend gave them.
 *
 * @param promptTokens how many tokens were read, if the backend counted
 */
public record EmbeddingResult(List<Vector> vectors, OptionalLong promptTokens) {

    public EmbeddingResult {
        vectors = List.copyOf(vectors);
        requireNonNull(promptTokens, "promptTokens is null");
    }
}
