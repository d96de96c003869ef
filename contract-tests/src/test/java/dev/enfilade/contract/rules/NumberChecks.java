package dev.enfilade.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Times and numbers, wherever in an answer they stand. */
final class NumberChecks {

    private static final Set<String> TIMES = Set.of("created_at", "modified_at", "expires_at");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z");
    private static final Pattern WHOLE = Pattern.compile("(.*_(duration|count|length|vram|type|version)|size|index)");

    private NumberChecks() {}

    static boolean areTimes(Seen seen) {
        return everywhere(
                seen,
                (name, value) ->
                        !TIMES.contains(name) || TIME.matcher(value.asText()).matches());
    }

    static boolean areWhole(Seen seen) {
        return everywhere(seen, (name, value) -> !WHOLE.matcher(name).matches() || value.isIntegralNumber());
    }

    private static boolean everywhere(Seen seen, BiPredicate<String, JsonNode> rule) {
        return seen.values().stream().allMatch(value -> holds(value, rule));
    }

    /** What a tool is called with is the model's affair. */
    private static boolean holds(JsonNode value, BiPredicate<String, JsonNode> rule) {
        return value.propertyStream()
                        .filter(member -> !member.getKey().equals("arguments"))
                        .allMatch(member ->
                                rule.test(member.getKey(), member.getValue()) && holds(member.getValue(), rule))
                && (!value.isArray() || value.valueStream().allMatch(element -> holds(element, rule)));
    }
}
