package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model's name as somebody wrote it; never normalised, since answers repeat it verbatim.
 *
 * @param value any text, possibly empty
 */
public record ModelName(String value) {

    private static final String DEFAULT_HOST = "registry.ollama.ai/";
    private static final String DEFAULT_NAMESPACE = "library/";
    private static final String DEFAULT_TAG = ":latest";
    private static final String LOCAL_MARK = ":local";
    private static final String SCHEME_END = "://";

    public ModelName {
        requireNonNull(value, "value is null");
    }

    /**
     * The form under which names are compared: trimmed, lower case, without scheme, and without the host, namespace and
     * tag that Ollama 0.33 assumes where a name has none.
     *
     * <p>{@code " Llama3:latest"}, {@code "library/llama3"} and {@code "llama3"} have the same key.
     */
    public String key() {
        String key = shortened().toLowerCase(Locale.ROOT);
        return key.endsWith(DEFAULT_TAG) ? key.substring(0, key.length() - DEFAULT_TAG.length()) : key;
    }

    /**
     * All ways to write this name, in lower case and the key first: with and without the host, namespace and tag that
     * Ollama 0.33 assumes.
     */
    public List<String> spellings() {
        String key = key();
        String tagged = new ModelName(key).tagged();
        Stream<String> plain = Stream.of(key, tagged).distinct();
        if (key.indexOf('/') != key.lastIndexOf('/')) {
            return plain.toList();
        }
        List<String> local = plain.toList();
        List<String> spaced = key.indexOf('/') < 0 ? prefixed(DEFAULT_NAMESPACE, local) : local;
        return Stream.of(local, spaced, prefixed(DEFAULT_HOST, spaced))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<String> prefixed(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + name).toList();
    }

    /** The name as a backend that knows no tags would have it. */
    public ModelName withoutDefaultTag() {
        String text = value.strip();
        return text.toLowerCase(Locale.ROOT).endsWith(DEFAULT_TAG)
                ? new ModelName(text.substring(0, text.length() - DEFAULT_TAG.length()))
                : new ModelName(text);
    }

    /** The name without the mark by which Ollama 0.33 tells its own models from those of its cloud; absent without. */
    public Optional<ModelName> withoutLocalMark() {
        String text = value.strip();
        return text.toLowerCase(Locale.ROOT).endsWith(LOCAL_MARK)
                ? Optional.of(new ModelName(text.substring(0, text.length() - LOCAL_MARK.length())))
                : Optional.empty();
    }

    /** The name as Ollama 0.33 lists it: trimmed, without its default host and namespace, always with a tag. */
    public String tagged() {
        String name = shortened();
        return name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + DEFAULT_TAG : name;
    }

    public boolean sameAs(ModelName other) {
        return key().equals(other.key());
    }

    private String shortened() {
        int scheme = value.indexOf(SCHEME_END);
        String bare = scheme < 0 ? value : value.substring(scheme + SCHEME_END.length());
        String local = without(DEFAULT_HOST, bare.strip());
        boolean atMostOneSlash = local.indexOf('/') == local.lastIndexOf('/');
        return atMostOneSlash ? without(DEFAULT_NAMESPACE, local) : local;
    }

    private static String without(String prefix, String text) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length()) ? text.substring(prefix.length()) : text;
    }

    @Override
    public String toString() {
        return value;
    }
}
