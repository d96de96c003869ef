package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * All that is known of one model.
 *
 * @param name the name under which clients ask for it
 * @param contextLength in tokens, greater than 0
 * @param embeddingLength numbers in a vector, if known
 * @param options that its owner has set
 */
public record ModelCard(
        ModelName name,
        Instant created,
        String owner,
        Capabilities capabilities,
        int contextLength,
        OptionalInt embeddingLength,
        ModelDetails details,
        ModelOptions options) {

    public ModelCard {
        requireNonNull(name, "name is null");
        requireNonNull(created, "created is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(capabilities, "capabilities is null");
        requireNonNull(embeddingLength, "embeddingLength is null");
        requireNonNull(details, "details is null");
        requireNonNull(options, "options is null");
        if (contextLength < 1) {
            throw new IllegalArgumentException("contextLength: " + contextLength + " (expected: at least 1)");
        }
    }

    /** A model for which no options are set. */
    public ModelCard(
            ModelName name,
            Instant created,
            String owner,
            Capabilities capabilities,
            int contextLength,
            OptionalInt embeddingLength,
            ModelDetails details) {
        this(name, created, owner, capabilities, contextLength, embeddingLength, details, ModelOptions.NONE);
    }

    public ModelCard named(ModelName other) {
        return new ModelCard(other, created, owner, capabilities, contextLength, embeddingLength, details, options);
    }

    public ModelCard with(ModelOptions set) {
        return new ModelCard(name, created, owner, capabilities, contextLength, embeddingLength, details, set);
    }
}
