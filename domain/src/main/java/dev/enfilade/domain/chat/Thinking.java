package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

/** Whether and how hard the model is to reason before it answers. */
public sealed interface Thinking {

    /** The client said nothing: the model does what it does. */
    record Unset() implements Thinking {}

    /** Not at all; reasoning that comes nevertheless is kept from the client. */
    record Off() implements Thinking {}

    /**
     * Not at all, said of a model that is not known to reason at all: some backends refuse to be told so of such a
     * model. Reasoning that comes nevertheless is kept from the client.
     */
    record NotExpected() implements Thinking {}

    /** Yes, as much as it likes. */
    record On() implements Thinking {}

    /** Yes, this much. */
    record Effort(Level level) implements Thinking {
        public Effort {
            requireNonNull(level, "level is null");
        }
    }

    /** The levels that Ollama knows. */
    enum Level {
        LOW,
        MEDIUM,
        HIGH,
        MAX
    }
}
