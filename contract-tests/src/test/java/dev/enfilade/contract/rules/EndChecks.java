package dev.enfilade.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** How an answer ends. */
final class EndChecks {

    private static final List<String> METRICS = List.of(
            "total_duration",
            "load_duration",
            "prompt_eval_count",
            "prompt_eval_duration",
            "eval_count",
            "eval_duration");
    private static final Set<String> REASONS = Set.of("stop", "length", "load", "unload");
    private static final Set<String> WITHOUT_A_MODEL = Set.of("load", "unload");

    private EndChecks() {}

    /** The six numbers are there, greater than 0; a stream has said everything before. */
    static boolean isBare(Seen seen) {
        return !seen.isAnswer()
                || seen.goodValues().stream()
                        .filter(value -> value.path("done").asBoolean())
                        .allMatch(end -> hasMetrics(end) && (!seen.isStream() || saysNothing(seen, end)));
    }

    /** A stream has one end and nothing after it: the mark, or an error. */
    static boolean isTheOnlyOne(Seen seen) {
        if (!seen.isAnswer()) {
            return true;
        }
        List<JsonNode> values = seen.values();
        return !values.isEmpty()
                && isEnd(values.getLast())
                && values.subList(0, values.size() - 1).stream().noneMatch(EndChecks::isEnd);
    }

    static boolean hasKnownReason(Seen seen) {
        return !seen.isAnswer()
                || seen.goodValues().stream()
                        .allMatch(value -> value.path("done").asBoolean()
                                ? REASONS.contains(value.path("done_reason").asText())
                                : !value.has("done_reason"));
    }

    private static boolean isEnd(JsonNode value) {
        return value.path("done").asBoolean() || value.has("error");
    }

    private static boolean hasMetrics(JsonNode end) {
        boolean expected = !WITHOUT_A_MODEL.contains(end.path("done_reason").asText());
        return METRICS.stream().allMatch(name -> expected == (end.path(name).asLong() > 0));
    }

    private static boolean saysNothing(Seen seen, JsonNode end) {
        JsonNode holder = seen.isChat() ? end.path("message") : end;
        return holder.path(seen.isChat() ? "content" : "response")
                        .asText("none")
                        .isEmpty()
                && !holder.has("thinking")
                && !holder.has("tool_calls");
    }
}
