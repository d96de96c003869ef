package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the backend is to be asked: {@code body} has members that must be there, {@code any} and {@code should}
 * alternatives of which one must or should, {@code absent} members that must not, {@code text} the exact bytes,
 * {@code headers} fields with their values; one without a value must not be there.
 */
record Expectation(
        String method,
        String path,
        Optional<JsonNode> body,
        Map<String, List<JsonNode>> any,
        Map<String, List<JsonNode>> should,
        List<String> absent,
        Optional<String> text,
        Headers headers) {

    Expectation {
        any = Map.copyOf(any);
        should = Map.copyOf(should);
        absent = List.copyOf(absent);
    }
}
