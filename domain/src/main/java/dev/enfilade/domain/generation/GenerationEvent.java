package dev.enfilade.domain.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.chat.ToolCall;
import java.util.List;
import java.util.Optional;

/** A step of an answer. A stream holds any number of steps and ends in exactly one {@link Finished}, or it throws. */
public sealed interface GenerationEvent {

    /** More of the answer's text; the text may be empty when only token probabilities arrived. */
    record TextDelta(String text, List<TokenLogprob> logprobs) implements GenerationEvent {
        public TextDelta {
            requireNonNull(text, "text is null");
            logprobs = List.copyOf(logprobs);
        }

        public TextDelta(String text) {
            this(text, List.of());
        }
    }

    /** More of the reasoning, never empty. */
    record ThinkingDelta(String text) implements GenerationEvent {
        public ThinkingDelta {
            requireNonNull(text, "text is null");
        }
    }

    /** All tool calls of the answer, each complete and with its id; at most once, after all text. */
    record ToolCalls(List<ToolCall> calls) implements GenerationEvent {
        public ToolCalls {
            calls = List.copyOf(calls);
        }
    }

    /** The end as the backend declared it; the last event. */
    record Finished(FinishReason reason, Optional<Usage> usage, Timing timing) implements GenerationEvent {
        public Finished {
            requireNonNull(reason, "reason is null");
            requireNonNull(usage, "usage is null");
            requireNonNull(timing, "timing is null");
        }
    }
}
