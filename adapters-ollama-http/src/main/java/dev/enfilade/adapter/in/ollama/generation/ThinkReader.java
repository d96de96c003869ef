package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.Thinking.Effort;
import dev.enfilade.domain.chat.Thinking.Level;
import dev.enfilade.domain.chat.Thinking.Off;
import dev.enfilade.domain.chat.Thinking.On;
import dev.enfilade.domain.chat.Thinking.Unset;

/** {@code think}: a boolean or one of four words in lower case; the texts are recorded from Ollama 0.33. */
final class ThinkReader {

    private static final String WORDS = "\"high\", \"medium\", \"low\", \"max\", true, or false)";

    private ThinkReader() {}

    static Thinking read(GoReader in) {
        return switch (in.kind()) {
            case NULL -> skipped(in);
            case BOOL -> in.flag(false) ? new On() : new Off();
            case STRING -> level(in.string(""));
            case NUMBER, ARRAY, OBJECT -> throw GoReader.refused("think must be a boolean or string (" + WORDS);
        };
    }

    private static Thinking level(String word) {
        return switch (word) {
            case "low" -> new Effort(Level.LOW);
            case "medium" -> new Effort(Level.MEDIUM);
            case "high" -> new Effort(Level.HIGH);
            case "max" -> new Effort(Level.MAX);
            default -> throw GoReader.refused("invalid think value: " + GoQuote.text(word) + " (must be " + WORDS);
        };
    }

    private static Thinking skipped(GoReader in) {
        in.skip();
        return new Unset();
    }
}
