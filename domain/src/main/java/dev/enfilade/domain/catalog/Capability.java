package dev.enfilade.domain.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model can do, in the six words that every Ollama client knows. */
public enum Capability {
    COMPLETION,
    VISION,
    TOOLS,
    INSERT,
    THINKING,
    EMBEDDING;

    /** The word as it is written in lists and configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The capability with this word, if there is one. */
    public static Optional<Capability> ofWord(String word) {
        return Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
    }
}
