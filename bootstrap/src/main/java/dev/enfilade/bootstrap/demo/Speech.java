package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * What a demo model has to say.
 *
 * @param thinking the tokens of its thoughts
 * @param words the tokens of its text
 * @param calls the tools it wants called
 * @param finish the reason of the end, in OpenAI's words
 * @param pause before every token
 * @param mishap what goes wrong in the middle
 */
record Speech(
        List<String> thinking, List<String> words, List<Call> calls, String finish, Duration pause, Mishap mishap) {

    /** A call of a tool; the arguments are JSON. */
    record Call(String id, String name, String arguments) {}

    /** How an answer can fail after it has begun. */
    enum Mishap {
        NONE,
        ERROR,
        CUT
    }

    Speech {
        thinking = List.copyOf(thinking);
        words = List.copyOf(words);
        calls = List.copyOf(calls);
    }

    static Speech text(String text) {
        return new Speech(List.of(), Words.of(text), List.of(), "stop", Duration.ZERO, Mishap.NONE);
    }

    Speech after(String thoughts) {
        return new Speech(Words.of(thoughts), words, calls, finish, pause, mishap);
    }

    Speech every(Duration each) {
        return new Speech(thinking, words, calls, finish, each, mishap);
    }

    Speech failing(Mishap how) {
        return new Speech(thinking, words, calls, finish, pause, how);
    }

    Speech calling(List<Call> wanted) {
        return new Speech(thinking, words, wanted, "tool_calls", pause, mishap);
    }

    /** No more than this many tokens, thoughts included. */
    Speech within(int limit) {
        if (tokens() <= limit) {
            return this;
        }
        List<String> thoughts = thinking.subList(0, Math.min(limit, thinking.size()));
        return new Speech(thoughts, words.subList(0, limit - thoughts.size()), List.of(), "length", pause, mishap);
    }

    ObjectNode usage(int promptTokens) {
        return Json.object()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", tokens())
                .put("total_tokens", promptTokens + tokens());
    }

    int tokens() {
        return thinking.size() + words.size() + calls.size();
    }
}
