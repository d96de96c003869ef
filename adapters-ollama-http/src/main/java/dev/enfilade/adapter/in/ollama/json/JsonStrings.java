package dev.enfilade.adapter.in.ollama.json;

import java.nio.charset.StandardCharsets;

/** The text that a JSON string stands for. */
final class JsonStrings {

    private static final char REPLACEMENT = '\uFFFD';

    private JsonStrings() {}

    /**
     * Decodes what stands between two quotes; bytes that are not UTF-8 and halves of surrogate pairs become U+FFFD, as
     * in Go.
     */
    static String decode(byte[] text, int start, int end) {
        int escape = nextEscape(text, start, end);
        if (escape == end) {
            return new String(text, start, end - start, StandardCharsets.UTF_8);
        }
        StringBuilder decoded = new StringBuilder(end - start);
        int from = start;
        while (from < end) {
            decoded.append(new String(text, from, escape - from, StandardCharsets.UTF_8));
            from = escape < end ? unescape(text, escape + 1, end, decoded) : end;
            escape = nextEscape(text, from, end);
        }
        return decoded.toString();
    }

    private static int nextEscape(byte[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Decodes the escape whose letter stands at the given place; the place after it. */
    private static int unescape(byte[] text, int at, int end, StringBuilder decoded) {
        if (text[at] == 'u') {
            return unescapeUnit(text, at + 1, end, decoded);
        }
        decoded.append(
                switch (text[at]) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> (char) text[at];
                });
        return at + 1;
    }

    private static int unescapeUnit(byte[] text, int at, int end, StringBuilder decoded) {
        char unit = unit(text, at);
        int next = at + 4;
        if (!Character.isSurrogate(unit)) {
            decoded.append(unit);
            return next;
        }
        boolean escapeFollows = next + 6 <= end && text[next] == '\\' && text[next + 1] == 'u';
        if (escapeFollows && Character.isSurrogatePair(unit, unit(text, next + 2))) {
            decoded.append(unit).append(unit(text, next + 2));
            return next + 6;
        }
        decoded.append(REPLACEMENT);
        return next;
    }

    private static char unit(byte[] text, int at) {
        return (char) Integer.parseInt(new String(text, at, 4, StandardCharsets.ISO_8859_1), 16);
    }
}
