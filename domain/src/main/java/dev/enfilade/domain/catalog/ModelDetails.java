package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

/**
 * The descriptive members that Ollama clients show and some insist on.
 *
 * @param format the file format, {@code gguf} where nothing is known
 * @param family the architecture, such as {@code llama}
 * @param parameterSize such as {@code 8.2B}
 * @param quantization such as {@code Q4_K_M}
 */
public record ModelDetails(String format, String family, String parameterSize, String quantization) {

    public ModelDetails {
        requireNonNull(format, "format is null");
        requireNonNull(family, "family is null");
        requireNonNull(parameterSize, "parameterSize is null");
        requireNonNull(quantization, "quantization is null");
    }
}
