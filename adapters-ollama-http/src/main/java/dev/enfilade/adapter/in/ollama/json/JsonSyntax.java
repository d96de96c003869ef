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

    /** What may come next. */
    private enum Place {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END
    }

    private final JsonTokens tokens;
    private final BitSet objects = new BitSet();
    private int depth;

    private JsonSyntax(JsonTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Where the first value begins.
     *
     * @throws FailureException {@link InvalidRequest} if there is no value or it is not JSON
     */
    static int check(byte[] text) {
        JsonTokens tokens = new JsonTokens(text);
        tokens.skipSpace();
        if (tokens.atEnd()) {
            throw JsonTokens.invalid("missing request body");
        }
        int start = tokens.position();
        JsonSyntax syntax = new JsonSyntax(tokens);
        Place place = Place.VALUE;
        do {
            place = syntax.step(place);
        } while (syntax.depth > 0);
        return start;
    }

    private Place step(Place place) {
        tokens.skipSpace();
        int c = tokens.take();
        return switch (place) {
            case VALUE -> value(c);
            case VALUE_OR_END -> c == ']' ? close() : value(c);
            case NAME -> name(c);
            case NAME_OR_END -> c == '}' ? close() : name(c);
            case COLON -> colon(c);
            case COMMA_OR_END -> objects.get(depth) ? afterMember(c) : afterElement(c);
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
            case '"' -> tokens.string();
            case 't' -> tokens.literal("true");
            case 'f' -> tokens.literal("false");
            case 'n' -> tokens.literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> tokens.number(c);
            default -> throw JsonTokens.unexpected(c, "looking for beginning of value");
        }
        return Place.COMMA_OR_END;
    }

    private Place open(int c, Place first) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw JsonTokens.unexpected(c, "exceeded max depth");
        }
        objects.set(depth, first == Place.NAME_OR_END);
        return first;
    }

    private Place close() {
        depth--;
        return Place.COMMA_OR_END;
    }

    private Place name(int c) {
        if (c != '"') {
            throw JsonTokens.unexpected(c, "looking for beginning of object key string");
        }
        tokens.string();
        return Place.COLON;
    }

    private Place colon(int c) {
        if (c != ':') {
            throw JsonTokens.unexpected(c, "after object key");
        }
        return Place.VALUE;
    }

    private Place afterMember(int c) {
        return switch (c) {
            case ',' -> Place.NAME;
            case '}' -> close();
            default -> throw JsonTokens.unexpected(c, "after object key:value pair");
        };
    }

    private Place afterElement(int c) {
        return switch (c) {
            case ',' -> Place.VALUE;
            case ']' -> close();
            default -> throw JsonTokens.unexpected(c, "after array element");
        };
    }
}
