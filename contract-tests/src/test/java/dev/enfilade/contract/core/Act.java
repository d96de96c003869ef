package dev.enfilade.contract.core;

/** One thing that a backend does with its connection after it has read a request. */
public sealed interface Act {

    /** Sends this text in one write. */
    record Send(String text) implements Act {}

    /** Sends a text until the other side stops reading. */
    record SendForEver(String text) implements Act {}

    /** Says nothing until the other side leaves. */
    record Wait() implements Act {}

    /** Closes in an orderly way. */
    record Fin() implements Act {}

    /** Resets. */
    record Reset() implements Act {}

    static Act send(String text) {
        return new Send(text);
    }
}
