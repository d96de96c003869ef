package dev.enfilade.adapter.in.ollama.json;

import java.nio.charset.StandardCharsets;

/** Walks over JSON text that is known to be well formed; each value is looked at once, where it stands. */
final class JsonCursor {

    private final byte[] text;
    private int at;

    /** @param start where the first value begins */
    JsonCursor(byte[] text, int start) {
        this.text = text;
        this.at = start;
    }

    int position() {
        return at;
    }

    /** The first character of the value that comes next, which tells its kind. */
    char first() {
        return (char) text[at];
    }

    /** Steps over the opening bracket; false if the container is empty, which is then left behind. */
    boolean enter() {
        at++;
        return !leaves();
    }

    /** Steps over a comma to the next member or element; false at the closing bracket, which is then left behind. */
    boolean more() {
        return !leaves();
    }

    private boolean leaves() {
        skipPunctuation();
        boolean closes = text[at] == '}' || text[at] == ']';
        if (closes) {
            at++;
        }
        return closes;
    }

    /** Reads the name of a member and stops at its value. */
    String name() {
        String name = string();
        skipPunctuation();
        return name;
    }

    String string() {
        int start = at + 1;
        skipString();
        return JsonStrings.decode(text, start, at - 1);
    }

    /** The source text of the value, which is left behind. */
    String source() {
        int start = at;
        skip();
        return since(start);
    }

    /** The source text from a place that was passed before. */
    String since(int start) {
        return new String(text, start, at - start, StandardCharsets.UTF_8);
    }

    void skip() {
        int depth = 0;
        do {
            depth += switch (text[at]) {
                case '{', '[' -> punctuation(1);
                case '}', ']' -> punctuation(-1);
                case '"' -> skipString();
                case ',', ':', ' ', '\n', '\r', '\t' -> punctuation(0);
                default -> skipWord();
            };
        } while (depth > 0);
    }

    private int punctuation(int deeper) {
        at++;
        return deeper;
    }

    private int skipString() {
        int next = at + 1;
        while (text[next] != '"') {
            next += text[next] == '\\' ? 2 : 1;
        }
        at = next + 1;
        return 0;
    }

    /** Numbers, true, false and null. */
    private int skipWord() {
        while (at < text.length && (Character.isLetterOrDigit(text[at]) || "+-.".indexOf(text[at]) >= 0)) {
            at++;
        }
        return 0;
    }

    private void skipPunctuation() {
        while (",: \n\r\t".indexOf(text[at]) >= 0) {
            at++;
        }
    }
}
