package dev.enfilade.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The members of what a model answers: each line of a stream, or the whole. */
final class ChunkChecks {

    private static final Set<String> CHAT = Set.of(
            "model",
            "created_at",
            "message",
            "done",
            "done_reason",
            "logprobs",
            "total_duration",
            "load_duration",
            "prompt_eval_count",
            "prompt_eval_duration",
            "eval_count",
            "eval_duration");
    private static final Set<String> MESSAGE = Set.of("role", "content", "thinking", "tool_calls");
    private static final Set<String> GENERATE = with(CHAT, Set.of("response", "thinking", "context", "tool_calls"));
    private static final Set<String> EMBED =
            Set.of("model", "embeddings", "total_duration", "load_duration", "prompt_eval_count");

    private ChunkChecks() {}

    static boolean haveText(Seen seen) {
        if (!seen.isAnswer()) {
            return true;
        }
        return seen.goodValues().stream()
                .allMatch(value -> seen.isChat()
                        ? value.at("/message/content").isTextual()
                                && value.at("/message/role").asText().equals("assistant")
                        : value.path("response").isTextual());
    }

    static boolean haveNothingEmpty(Seen seen) {
        return !seen.isAnswer()
                || seen.goodValues().stream()
                        .map(value -> seen.isChat() ? value.path("message") : value)
                        .allMatch(holder -> hasNothingEmpty(holder, seen.isStream()));
    }

    /** The sets are closed: a member that no client knows may be a signal to one. */
    static boolean haveKnownMembers(Seen seen) {
        return seen.goodValues().stream().allMatch(value -> switch (seen.isGood() ? seen.path() : "") {
            case "/api/chat" -> within(CHAT, value) && within(MESSAGE, value.path("message"));
            case "/api/generate" -> within(GENERATE, value) && !value.has("message");
            case "/api/embed" -> within(EMBED, value);
            case "/api/embeddings" -> within(Set.of("embedding"), value);
            case "/api/tags", "/api/ps" -> within(Set.of("models"), value);
            default -> true;
        });
    }

    static boolean nameTheModelAsAsked(Seen seen) {
        boolean names = seen.isAnswer() || (seen.path().equals("/api/embed") && seen.isGood());
        boolean asksPlainly = seen.request().path("model").isTextual();
        return !names
                || !asksPlainly
                || seen.goodValues().stream()
                        .allMatch(value ->
                                value.path("model").equals(seen.request().path("model")));
    }

    private static boolean hasNothingEmpty(JsonNode holder, boolean streamed) {
        JsonNode thinking = holder.path("thinking");
        JsonNode calls = holder.path("tool_calls");
        boolean thinks = !thinking.isMissingNode();
        boolean speaks = !holder.path("content").asText().isEmpty()
                || !holder.path("response").asText().isEmpty();
        return (!thinks || (thinking.isTextual() && !thinking.textValue().isEmpty()))
                && (calls.isMissingNode() || !calls.isEmpty())
                && !(streamed && thinks && speaks);
    }

    private static boolean within(Set<String> known, JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).allMatch(known::contains);
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        all.remove("message");
        return Set.copyOf(all);
    }
}
