package dev.enfilade.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calls of tools in an answer. */
final class ToolCallChecks {

    private static final Set<String> CALL = Set.of("id", "function");
    private static final Set<String> FUNCTION = Set.of("index", "name", "arguments");

    private ToolCallChecks() {}

    /** All calls stand in one chunk, right before the end of a stream. */
    static boolean areWellFormed(Seen seen) {
        if (!seen.isAnswer()) {
            return true;
        }
        List<JsonNode> values = seen.values();
        List<JsonNode> callers =
                values.stream().filter(value -> !calls(value).isEmpty()).toList();
        if (callers.isEmpty()) {
            return true;
        }
        JsonNode place = values.get(Math.max(0, values.size() - 2));
        return callers.size() == 1 && !calls(place).isEmpty() && areWellFormed(calls(place));
    }

    private static JsonNode calls(JsonNode value) {
        JsonNode ofChat = value.at("/message/tool_calls");
        return ofChat.isMissingNode() ? value.path("tool_calls") : ofChat;
    }

    private static boolean areWellFormed(JsonNode calls) {
        Set<String> ids = new HashSet<>();
        return IntStream.range(0, calls.size()).allMatch(index -> {
            JsonNode call = calls.get(index);
            return ids.add(call.path("id").asText())
                    && !call.path("id").asText().isEmpty()
                    && names(call).equals(CALL)
                    && isFunction(call.path("function"), index);
        });
    }

    private static boolean isFunction(JsonNode function, int index) {
        return names(function).equals(FUNCTION)
                && function.path("index").isIntegralNumber()
                && function.path("index").intValue() == index
                && !function.path("name").asText().isEmpty()
                && function.path("arguments").isObject();
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
