package dev.enfilade.application.port.out;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.Usage;
import java.util.List;

/** One thing that a scripted backend does. A script that just stops is one that ran dry. */
public sealed interface Cue {

    /** Says something. */
    record Text(String text) implements Cue {
        public Text {
            requireNonNull(text, "text is null");
        }
    }

    /** Reasons. */
    record Thought(String text) implements Cue {
        public Thought {
            requireNonNull(text, "text is null");
        }
    }

    /** Calls tools, each call with its id. */
    record Calls(List<ToolCall> calls) implements Cue {
        public Calls {
            calls = List.copyOf(calls);
        }
    }

    /** Declares the end. */
    record Finish(FinishReason reason, Usage usage) implements Cue {
        public Finish {
            requireNonNull(reason, "reason is null");
            requireNonNull(usage, "usage is null");
        }
    }

    /** Reports an error of its own, with a status if nothing was said yet. */
    record Refusal(int status, String text) implements Cue {
        public Refusal {
            requireNonNull(text, "text is null");
        }
    }

    /** Breaks the connection. */
    record Cut() implements Cue {}

    /** Sends nothing any more, until nobody listens. */
    record Silence() implements Cue {}

    /** The end of an ordinary answer of eleven and five tokens. */
    static Finish stop() {
        return new Finish(FinishReason.STOP, new Usage(11, 5));
    }
}
