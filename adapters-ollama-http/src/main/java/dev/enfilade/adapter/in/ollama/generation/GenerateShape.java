package dev.enfilade.adapter.in.ollama.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.Optional;

/**
 * Answers of {@code /api/generate}: a response that is always there, the conversation to be sent back, probabilities
 * last.
 */
final class GenerateShape implements AnswerShape {

    private final Optional<LogprobDetail> detail;
    private final Conversation conversation;
    private final StringBuilder answer = new StringBuilder();

    /** What is put into {@code context} once the answer is known; nothing if absent. */
    @FunctionalInterface
    interface Conversation {
        Optional<List<Long>> with(String answer);
    }

    GenerateShape(Optional<LogprobDetail> detail, Conversation conversation) {
        this.detail = requireNonNull(detail, "detail is null");
        this.conversation = requireNonNull(conversation, "conversation is null");
    }

    @Override
    public void text(JsonOut out, String text, List<TokenLogprob> logprobs) {
        answer.append(text);
        out.member("response", text).member("done", false);
        AnswerMembers.logprobs(out, logprobs, detail);
    }

    @Override
    public void thinking(JsonOut out, String text) {
        out.member("response", "").member("thinking", text).member("done", false);
    }

    @Override
    public void toolCalls(JsonOut out, List<ToolCall> calls) {
        out.member("response", "").member("done", false);
        AnswerMembers.toolCalls(out, calls);
    }

    @Override
    public void finished(JsonOut out, Finished end, Counts counts) {
        out.member("response", "");
        end(out, end, counts);
    }

    @Override
    public void whole(JsonOut out, Reply reply, Counts counts) {
        answer.append(reply.text());
        out.member("response", reply.text());
        out.memberUnlessEmpty("thinking", reply.thinking());
        end(out, reply.end(), counts);
        AnswerMembers.toolCalls(out, reply.calls());
        AnswerMembers.logprobs(out, reply.logprobs(), detail);
    }

    @Override
    public void nothing(JsonOut out, String doneReason) {
        out.member("response", "");
        AnswerMembers.done(out, doneReason);
    }

    private void end(JsonOut out, Finished end, Counts counts) {
        AnswerMembers.done(out, end);
        conversation.with(answer.toString()).ifPresent(numbers -> {
            out.beginArray("context");
            numbers.forEach(out::value);
            out.endArray();
        });
        AnswerMembers.metrics(out, end.timing(), counts);
    }
}
