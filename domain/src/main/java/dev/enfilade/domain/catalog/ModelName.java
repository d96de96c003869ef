package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A model's name as somebody wrote it; never normalised, since answers repeat it verbatim.
 *
 * @param value any text, possibly empty
 */
public record ModelName(String value) {

    private static final String DEFAULT_TAG = ":latest";

    public ModelName {
        requireNonNull(value, "value is null");
    }

    /**
     * The form under which names are compared: trimmed, lower case, without the default tag, as Ollama 0.33 compares
     * them.
     *
     * <p>{@code " Llama3:latest"} and {@code "llama3"} have the same key.
     */
    public String key() {
        String key = value.strip().toLowerCase(Locale.ROOT);
        return key.endsWith(DEFAULT_TAG) ? key.substring(0, key.length() - DEFAULT_TAG.length()) : key;
    }

    /** The name as a backend that knows no tags would have it. */
    public ModelName withoutDefaultTag() {
        String text = value.strip();
        return text.toLowerCase(Locale.ROOT).endsWith(DEFAULT_TAG)
                ? new ModelName(text.substring(0, text.length() - DEFAULT_TAG.length()))
                : new ModelName(text);
    }

    /** The name as listings show it: always with a tag. */
    public String tagged() {
        return value.indexOf(':', value.lastIndexOf('/') + 1) < 0 ? value + DEFAULT_TAG : value;
    }

    public boolean sameAs(ModelName other) {
        return key().equals(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
