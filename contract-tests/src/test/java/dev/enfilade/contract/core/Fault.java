package dev.enfilade.contract.core;

import java.util.List;

/**
 * Something odd that a backend does, and what a client of a streamed chat must then see.
 *
 * @param name a sentence
 * @param acts what the backend does after it has read the request
 * @param ending the only truthful end
 */
record Fault(String name, List<Act> acts, Ending ending) {

    Fault {
        acts = List.copyOf(acts);
    }

    /** How a streamed answer ends. */
    sealed interface Ending {

        /** All these tokens and the success mark. */
        record Success(List<String> tokens) implements Ending {}

        /** A prefix of these tokens, then this error in-band and no success mark. */
        record Late(List<String> tokens, String error) implements Ending {}

        /** This status and this error, nothing of an answer. */
        record Early(int status, String error) implements Ending {}
    }

    @Override
    public String toString() {
        return name;
    }
}
