package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.Optional;

/** Answers of {@code /api/chat}: a message whose content is always there; probabilities come before the metrics. */
record ChatShape(Optional<LogprobDetail> detail) implements AnswerShape {

    @Override
    public void text(JsonOut out, String text, List<TokenLogprob> logprobs) {
        begin(out, text).endObject().member("done", false);
        AnswerMembers.logprobs(out, logprobs, detail);
    }

    @Override
    public void thinking(JsonOut out, String text) {
        begin(out, "").member("thinking", text).endObject().member("done", false);
    }

    @Override
    public void toolCalls(JsonOut out, List<ToolCall> calls) {
        begin(out, "");
        AnswerMembers.toolCalls(out, calls);
        out.endObject().member("done", false);
    }

    @Override
    public void finished(JsonOut out, Finished end, Counts counts) {
        begin(out, "").endObject();
        AnswerMembers.done(out, end);
        AnswerMembers.metrics(out, end.timing(), counts);
    }

    @Override
    public void whole(JsonOut out, Reply reply, Counts counts) {
        begin(out, reply.text());
        out.memberUnlessEmpty("thinking", reply.thinking());
        AnswerMembers.toolCalls(out, reply.calls());
        out.endObject();
        AnswerMembers.done(out, reply.end());
        AnswerMembers.logprobs(out, reply.logprobs(), detail);
        AnswerMembers.metrics(out, reply.end().timing(), counts);
    }

    @Override
    public void nothing(JsonOut out, String doneReason) {
        begin(out, "").endObject();
        AnswerMembers.done(out, doneReason);
    }

    private static JsonOut begin(JsonOut out, String content) {
        return out.beginObject("message").member("role", "assistant").member("content", content);
    }
}
