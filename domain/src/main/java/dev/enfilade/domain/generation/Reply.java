package dev.enfilade.domain.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayList;
import java.util.List;

/** A whole answer: the fold of a stream. */
public record Reply(
        String text, String thinking, List<ToolCall> calls, List<TokenLogprob> logprobs, int textEvents, Finished end) {

    public Reply {
        requireNonNull(text, "text is null");
        requireNonNull(thinking, "thinking is null");
        calls = List.copyOf(calls);
        logprobs = List.copyOf(logprobs);
        requireNonNull(end, "end is null");
    }

    /**
     * Reads the stream to its end; closing it stays with the caller.
     *
     * @throws FailureException what the stream throws, or {@link Failure.Broken} if it runs dry without an end
     */
    public static Reply from(EventStream<GenerationEvent> stream) {
        StringBuilder text = new StringBuilder();
        StringBuilder thinking = new StringBuilder();
        List<ToolCall> calls = new ArrayList<>();
        List<TokenLogprob> logprobs = new ArrayList<>();
        int textEvents = 0;
        while (stream.hasNext()) {
            switch (stream.next()) {
                case TextDelta delta -> {
                    text.append(delta.text());
                    logprobs.addAll(delta.logprobs());
                    textEvents++;
                }
                case ThinkingDelta delta -> {
                    thinking.append(delta.text());
                    textEvents++;
                }
                case ToolCalls made -> calls.addAll(made.calls());
                case Finished end -> {
                    return new Reply(text.toString(), thinking.toString(), calls, logprobs, textEvents, end);
                }
            }
        }
        throw new FailureException(new Failure.Broken(Failure.Flaw.CUT));
    }
}
