package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.generation.TokenLogprob;
import java.util.List;

/**
 * The members that tell chat from generate: everything after {@code created_at}, into an object that is open. One per
 * answer.
 */
interface AnswerShape {

    void text(JsonOut out, String text, List<TokenLogprob> logprobs);

    void thinking(JsonOut out, String text);

    void toolCalls(JsonOut out, List<ToolCall> calls);

    void finished(JsonOut out, Finished end, Counts counts);

    /** The whole answer at once. */
    void whole(JsonOut out, Reply reply, Counts counts);

    /** The answer to a request that asks for nothing but to have the model loaded or unloaded. */
    void nothing(JsonOut out, String doneReason);
}
