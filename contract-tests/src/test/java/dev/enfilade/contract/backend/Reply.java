package dev.enfilade.contract.backend;

import java.util.List;

/** What a model says: its thoughts, its words in the pieces in which they are streamed, its tool calls, and the end. */
record Reply(String thoughts, List<String> words, List<Call> calls, Ending ending) {

    Reply {
        words = List.copyOf(words);
        calls = List.copyOf(calls);
    }

    static Reply saying(List<String> words) {
        return new Reply("", words, List.of(), Ending.CLEAN);
    }

    static Reply breakingOff(Ending ending) {
        return new Reply("", List.of("This answer ", "is not whole"), List.of(), ending);
    }

    String text() {
        return String.join("", words);
    }
}
