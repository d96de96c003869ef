package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Timing;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.request.LogprobDetail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Members that the answers of chat and generate have in common, in the order of Ollama 0.33; what is empty is left out.
 */
final class AnswerMembers {

    private AnswerMembers() {}

    static void done(JsonOut out, Finished end) {
        done(out, end.reason() == FinishReason.LENGTH ? "length" : "stop");
    }

    /** The reason is one of four words; tool calls are no reason of their own. */
    static void done(JsonOut out, String reason) {
        out.member("done", true).member("done_reason", reason);
    }

    static void metrics(JsonOut out, Timing timing, Counts counts) {
        out.member("total_duration", timing.total())
                .member("load_duration", timing.load())
                .member("prompt_eval_count", counts.prompt())
                .member("prompt_eval_duration", timing.prompt())
                .member("eval_count", counts.completion())
                .member("eval_duration", timing.generation());
    }

    /** Indexes count up, since some clients take calls of one index for one call. */
    static void toolCalls(JsonOut out, List<ToolCall> calls) {
        if (calls.isEmpty()) {
            return;
        }
        out.beginArray("tool_calls");
        for (int index = 0; index < calls.size(); index++) {
            ToolCall call = calls.get(index);
            out.beginObject();
            call.id().ifPresent(id -> out.memberUnlessEmpty("id", id));
            out.beginObject("function")
                    .member("index", index)
                    .member("name", call.name())
                    .member("arguments", call.arguments())
                    .endObject()
                    .endObject();
        }
        out.endArray();
    }

    /** What was asked for and no more: backends may tell of alternatives unasked. */
    static void logprobs(JsonOut out, List<TokenLogprob> tokens, Optional<LogprobDetail> detail) {
        if (tokens.isEmpty() || detail.isEmpty()) {
            return;
        }
        out.beginArray("logprobs");
        for (TokenLogprob token : tokens) {
            token(out, token);
            List<TokenLogprob> best = token.alternatives().stream()
                    .limit(detail.get().alternatives())
                    .toList();
            alternatives(out, best);
            out.endObject();
        }
        out.endArray();
    }

    private static void alternatives(JsonOut out, List<TokenLogprob> best) {
        if (best.isEmpty()) {
            return;
        }
        out.beginArray("top_logprobs");
        for (TokenLogprob token : best) {
            token(out, token);
            out.endObject();
        }
        out.endArray();
    }

    private static void token(JsonOut out, TokenLogprob token) {
        out.beginObject().member("token", token.token()).member("logprob", token.logprob());
        byte[] bytes = token.token().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            out.beginArray("bytes");
            for (byte value : bytes) {
                out.value(Byte.toUnsignedInt(value));
            }
            out.endArray();
        }
    }
}
