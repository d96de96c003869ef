package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.JsonText;
import java.util.Locale;

/** The kinds of JSON values, under the names that Go's errors give them. */
public enum JsonKind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOL,
    NULL;

    /** The kind of a whole value. */
    public static JsonKind of(JsonText value) {
        return of(value.raw().charAt(0));
    }

    /** Told by the value's first character. */
    static JsonKind of(char first) {
        return switch (first) {
            case '{' -> OBJECT;
            case '[' -> ARRAY;
            case '"' -> STRING;
            case 't', 'f' -> BOOL;
            case 'n' -> NULL;
            default -> NUMBER;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
