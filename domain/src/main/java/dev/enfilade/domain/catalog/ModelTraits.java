package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one source (a backend's metadata, a setting) says of a model; everything may be absent. */
public record ModelTraits(
        Optional<List<Capability>> capabilities,
        OptionalInt contextLength,
        OptionalInt embeddingLength,
        Optional<String> family,
        Optional<String> parameterSize,
        Optional<String> quantization) {

    public static final ModelTraits UNKNOWN = new ModelTraits(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public ModelTraits {
        capabilities = capabilities.map(List::copyOf);
        requireNonNull(contextLength, "contextLength is null");
        requireNonNull(embeddingLength, "embeddingLength is null");
        requireNonNull(family, "family is null");
        requireNonNull(parameterSize, "parameterSize is null");
        requireNonNull(quantization, "quantization is null");
    }

    /** These traits, with gaps filled from a source of lower rank. */
    public ModelTraits or(ModelTraits lower) {
        return new ModelTraits(
                capabilities.or(lower::capabilities),
                contextLength.isPresent() ? contextLength : lower.contextLength,
                embeddingLength.isPresent() ? embeddingLength : lower.embeddingLength,
                family.or(lower::family),
                parameterSize.or(lower::parameterSize),
                quantization.or(lower::quantization));
    }
}
