package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a request body contains what was expected: objects may have more members, lists have as many elements, and
 * the several ways in which the OpenAI API spells one thing are one.
 */
final class BodyMatch implements ValueComparison {

    private static final String REFERENCE = "$ref:";
    private static final Set<String> STRING_OR_LIST = Set.of("stop", "input");

    private final Map<String, String> idsByReference = new HashMap<>();

    @Override
    public List<Difference> compare(Pointer at, JsonNode expected, JsonNode sent) {
        if (expected.isTextual() && expected.textValue().startsWith(REFERENCE)) {
            return orDifference(isReference(expected.textValue(), sent), at, expected, sent);
        }
        if (expected.has("$any")) {
            return orDifference(!sent.isMissingNode(), at, expected, sent);
        }
        if (expected.has("$json")) {
            return orDifference(isJsonText(expected.get("$json"), sent), at, expected, sent);
        }
        if (expected.isObject() && sent.isObject()) {
            return members(at, expected, sent);
        }
        return expected.isArray() && sent.isArray() && expected.size() == sent.size()
                ? elements(at, expected, sent)
                : orDifference(isSame(at, expected, sent), at, expected, sent);
    }

    private static List<Difference> orDifference(boolean same, Pointer at, JsonNode expected, JsonNode sent) {
        if (same) {
            return List.of();
        }
        return List.of(sent.isMissingNode() ? Difference.missing(at, expected) : Difference.at(at, expected, sent));
    }

    private List<Difference> members(Pointer at, JsonNode expected, JsonNode sent) {
        List<Difference> found = new ArrayList<>();
        expected.forEachEntry((name, value) -> found.addAll(compare(at.child(name), value, sent.path(name))));
        return found;
    }

    private List<Difference> elements(Pointer at, JsonNode expected, JsonNode sent) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            found.addAll(compare(at.child(i), expected.get(i), sent.get(i)));
        }
        return found;
    }

    /** One reference is one id; two references are two ids, or results could not be told apart. */
    private boolean isReference(String reference, JsonNode sent) {
        if (!sent.isTextual() || sent.textValue().isEmpty()) {
            return false;
        }
        String id = sent.textValue();
        if (!idsByReference.containsKey(reference) && idsByReference.containsValue(id)) {
            return false;
        }
        return idsByReference.computeIfAbsent(reference, _ -> id).equals(id);
    }

    private static boolean isJsonText(JsonNode expected, JsonNode sent) {
        try {
            return sent.isTextual() && Spelling.plain(expected).equals(Spelling.plain(Json.read(sent.textValue())));
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private static boolean isSame(Pointer at, JsonNode expected, JsonNode sent) {
        if (at.endsIn("content")) {
            return Spelling.ofContent(expected).equals(Spelling.ofContent(sent));
        }
        if (STRING_OR_LIST.stream().anyMatch(at::endsIn)) {
            return Spelling.ofStringOrList(expected).equals(Spelling.ofStringOrList(sent));
        }
        return Spelling.plain(expected).equals(Spelling.plain(sent));
    }
}
