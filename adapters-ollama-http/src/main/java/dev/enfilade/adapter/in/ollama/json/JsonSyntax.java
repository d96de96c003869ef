package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.util.BitSet;

/**
 * Checks that a body begins with one complete JSON value; what follows the value is not looked at.
 *
 * <p>The texts are those of Go's scanner, which Ollama 0.33 passes on with status 400. Works without recursion, so that
 * nesting costs no stack.
 */
final class JsonSyntax {

    /** As deep as Go's decoder goes. */
    private static final int MAX_DEPTH = 10_000;

    private static final int END = -1;

    private final byte[] text;
    private final BitSet objects = new BitSet();
    private int depth;
    private int at;

    private JsonSyntax(byte[] text) {
        this.text = text;
    }

    /**
     * Where the first value begins.
     *
     * @throws FailureException {@link InvalidRequest} if there is no value or it is not JSON
     */
    static int check(byte[] text) {
        JsonSyntax syntax = new JsonSyntax(text);
        syntax.skipSpace();
        if (syntax.at == text.length) {
            throw invalid("missing request body");
        }
        int start = syntax.at;
        Place place = Place.VALUE;
        while (place != Place.DONE) {
            place = syntax.step(place);
        }
        return start;
    }

    /** What may come next. */
    private enum Place {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END,
        DONE
    }

    private Place step(Place place) {
        skipSpace();
        int c = take();
        return switch (place) {
            case VALUE -> value(c);
            case VALUE_OR_END -> c == ']' ? close() : value(c);
            case NAME -> name(c);
            case NAME_OR_END -> c == '}' ? close() : name(c);
            case COLON -> colon(c);
            case COMMA_OR_END -> objects.get(depth) ? afterMember(c) : afterElement(c);
            case DONE -> throw new IllegalStateException("nothing comes after the value");
        };
    }

    private Place value(int c) {
        switch (c) {
            case '{' -> {
                return open(c, Place.NAME_OR_END);
            }
            case '[' -> {
                return open(c, Place.VALUE_OR_END);
            }
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(c);
            default -> throw unexpected(c, "looking for beginning of value");
        }
        return ended();
    }

    private Place open(int c, Place first) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw unexpected(c, "exceeded max depth");
        }
        objects.set(depth, first == Place.NAME_OR_END);
        return first;
    }

    private Place close() {
        depth--;
        return ended();
    }

    private Place ended() {
        return depth == 0 ? Place.DONE : Place.COMMA_OR_END;
    }

    private Place name(int c) {
        if (c != '"') {
            throw unexpected(c, "looking for beginning of object key string");
        }
        string();
        return Place.COLON;
    }

    private Place colon(int c) {
        if (c != ':') {
            throw unexpected(c, "after object key");
        }
        return Place.VALUE;
    }

    private Place afterMember(int c) {
        return switch (c) {
            case ',' -> Place.NAME;
            case '}' -> close();
            default -> throw unexpected(c, "after object key:value pair");
        };
    }

    private Place afterElement(int c) {
        return switch (c) {
            case ',' -> Place.VALUE;
            case ']' -> close();
            default -> throw unexpected(c, "after array element");
        };
    }

    private void string() {
        for (int c = take(); c != '"'; c = take()) {
            if (c == '\\') {
                escape();
            } else if (c < ' ') {
                throw unexpected(c, "in string literal");
            }
        }
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

    private void literal(String word) {
        for (int i = 1; i < word.length(); i++) {
            int c = take();
            if (c != word.charAt(i)) {
                throw unexpected(c, "in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
    }

    private void number(int first) {
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
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digit("in exponent of numeric literal");
            skipDigits();
        }
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

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private int peek() {
        return at < text.length ? text[at] & 0xff : END;
    }

    private int take() {
        if (at == text.length) {
            throw invalid("unexpected EOF");
        }
        return text[at++] & 0xff;
    }

    private static FailureException unexpected(int c, String where) {
        return invalid("invalid character " + GoQuote.character(c) + " " + where);
    }

    private static FailureException invalid(String text) {
        return new FailureException(new InvalidRequest(text));
    }
}
