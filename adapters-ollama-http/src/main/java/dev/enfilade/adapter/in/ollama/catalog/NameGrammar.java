package dev.enfilade.adapter.in.ollama.catalog;

import java.util.regex.Pattern;

/**
 * What Ollama 0.33 takes for a model's name: {@code [[[scheme://]host/]namespace/]model[:tag]}, as it refuses other
 * names.
 *
 * <p>Asked only about names that nothing answers to: real ids of backends may look otherwise and are served all the
 * same.
 */
final class NameGrammar {

    private static final String HOST = "[A-Za-z0-9_][A-Za-z0-9_.:-]{0,349}";
    private static final String NAMESPACE = "[A-Za-z0-9_][A-Za-z0-9_-]{0,79}";
    private static final String MODEL_OR_TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}";
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:(?:[^/]*://)?" + HOST + "/)?" + NAMESPACE + "/)?" + MODEL_OR_TAG + "(?::" + MODEL_OR_TAG + ")?");

    private NameGrammar() {}

    /** True if the name has the form; absent parts have defaults. */
    static boolean accepts(String name) {
        return NAME.matcher(name).matches();
    }
}
