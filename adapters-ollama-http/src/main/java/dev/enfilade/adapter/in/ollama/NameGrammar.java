package dev.enfilade.adapter.in.ollama;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Ollama 0.33 takes for a model's name: {@code [scheme://][host/][namespace/]model[:tag]}. */
final class NameGrammar {

    private static final Pattern MODEL_OR_TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}");
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,79}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]{0,349}");

    private NameGrammar() {}

    /** True if the name, white space around it aside, has the form; absent parts have defaults. */
    static boolean accepts(String name) {
        String trimmed = name.strip();
        int slash = trimmed.lastIndexOf('/');
        int colon = trimmed.lastIndexOf(':');
        Optional<String> tag = colon > slash ? Optional.of(trimmed.substring(colon + 1)) : Optional.empty();
        String untagged = colon > slash ? trimmed.substring(0, colon) : trimmed;
        int scheme = untagged.indexOf("://");
        List<String> parts = List.of((scheme < 0 ? untagged : untagged.substring(scheme + 3)).split("/", -1));
        return tag.map(text -> MODEL_OR_TAG.matcher(text).matches()).orElse(true) && accepts(parts);
    }

    private static boolean accepts(List<String> parts) {
        int last = parts.size() - 1;
        return last <= 2
                && MODEL_OR_TAG.matcher(parts.get(last)).matches()
                && (last < 1 || NAMESPACE.matcher(parts.get(last - 1)).matches())
                && (last < 2 || HOST.matcher(parts.get(0)).matches());
    }
}
