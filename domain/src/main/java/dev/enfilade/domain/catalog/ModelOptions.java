package dev.enfilade.domain.catalog;

import dev.enfilade.domain.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options of requests that the owner has set for a model, under Ollama's names.
 *
 * @param defaults for clients that send none
 * @param forced whatever clients send
 */
public record ModelOptions(Map<String, JsonText> defaults, Map<String, JsonText> forced) {

    /** What clients send, and nothing else. */
    public static final ModelOptions NONE = new ModelOptions(Map.of(), Map.of());

    private static final JsonText NULL = new JsonText("null");

    public ModelOptions {
        defaults = Map.copyOf(defaults);
        forced = Map.copyOf(forced);
    }

    /** The options of a request together with these; a null that a client sends is the same as nothing. */
    public Map<String, JsonText> appliedTo(Map<String, JsonText> asked) {
        if (equals(NONE)) {
            return asked;
        }
        Map<String, JsonText> all = new LinkedHashMap<>(defaults);
        asked.forEach((name, value) -> {
            if (!value.equals(NULL)) {
                all.put(name, value);
            }
        });
        all.putAll(forced);
        return all;
    }
}
