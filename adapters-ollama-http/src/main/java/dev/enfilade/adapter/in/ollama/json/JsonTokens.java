package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;

/** Checks the smallest parts of JSON text, one after the other, and words faults as Go's scanner does. */
final class JsonTokens {

    private static final int END = -1;

    private final byte[] text;
    private int at;

    JsonTokens(byte[] text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at == text.length;
    }

    /**
     * The next byte.
     *
     * @throws FailureException {@link InvalidRequest} if there is none
     */
    int take() {
        if (atEnd()) {
            throw invalid("unexpected EOF");
        }
        return text[at++] & 0xff;
    }

    void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    /** The rest of a string behind its first quote. */
    void string() {
        while (true) {
            skipPlain();
            int c = take();
            if (c == '"') {
                return;
            }
            if (c != '\\') {
                throw unexpected(c, "in string literal");
            }
            escape();
        }
    }

    /** Most of a body is text: this loop is the one that counts. */
    private void skipPlain() {
        int next = at;
        while (next < text.length && text[next] != '"' && text[next] != '\\' && (text[next] & 0xff) >= ' ') {
            next++;
        }
        at = next;
    }

    private void escape() {
        int c = take();
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                int digit = take();
                if (Character.digit(digit, 16) < 0) {
                    throw unexpected(digit, "in \\u hexadecimal character escape");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw unexpected(c, "in string escape code");
        }
    }

    /** The rest of a word behind its first letter. */
    void literal(String word) {
        for (int i = 1; i < word.length(); i++) {
            int c = take();
            if (c != word.charAt(i)) {
                throw unexpected(c, "in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
    }

    /** The rest of a number behind its first character. */
    void number(int first) {
        int c = first == '-' ? digit("in numeric literal") : first;
        if (c != '0') {
            skipDigits();
        }
        if (peek() == '.') {
            at++;
            digit("after decimal point in numeric literal");
            skipDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            exponent();
        }
    }

    private void exponent() {
        if (peek() == '+' || peek() == '-') {
            at++;
        }
        digit("in exponent of numeric literal");
        skipDigits();
    }

    private int digit(String where) {
        int c = take();
        if (c < '0' || c > '9') {
            throw unexpected(c, where);
        }
        return c;
    }

    private void skipDigits() {
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
    }

    private int peek() {
        return atEnd() ? END : text[at] & 0xff;
    }

    static FailureException unexpected(int c, String where) {
        return invalid("invalid character " + GoQuote.character(c) + " " + where);
    }

    static FailureException invalid(String text) {
        return new FailureException(new InvalidRequest(text));
    }
}
