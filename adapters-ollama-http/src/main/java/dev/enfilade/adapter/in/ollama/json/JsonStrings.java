package dev.enfilade.adapter.in.ollama.json;

import java.nio.charset.StandardCharsets;

/** The text that a JSON string stands for. */
final class JsonStrings {

    private static final int UNIT_DIGITS = 4;

    private final byte[] text;
    private final int end;
    private final Utf8Buffer decoded = new Utf8Buffer();
    private int at;

    private JsonStrings(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /**
     * Decodes what stands between two quotes; bytes that are not UTF-8 and halves of surrogate pairs become U+FFFD, as
     * in Go.
     */
    static String decode(byte[] text, int start, int end) {
        JsonStrings string = new JsonStrings(text, start, end);
        if (string.nextEscape() == end) {
            return GoUtf8.text(text, start, end);
        }
        return string.decode();
    }

    private String decode() {
        while (at < end) {
            int escape = nextEscape();
            decoded.put(text, at, escape);
            at = escape;
            if (at < end) {
                at++;
                unescape();
            }
        }
        return decoded.text();
    }

    private int nextEscape() {
        int next = at;
        while (next < end && text[next] != '\\') {
            next++;
        }
        return next;
    }

    private void unescape() {
        byte letter = text[at++];
        switch (letter) {
            case 'b' -> decoded.put((byte) '\b');
            case 'f' -> decoded.put((byte) '\f');
            case 'n' -> decoded.put((byte) '\n');
            case 'r' -> decoded.put((byte) '\r');
            case 't' -> decoded.put((byte) '\t');
            case 'u' -> decoded.putCodePoint(codePoint());
            default -> decoded.put(letter);
        }
    }

    /** One unit, or both units of a pair. */
    private int codePoint() {
        char unit = unit(at);
        at += UNIT_DIGITS;
        boolean escapeFollows = at + 2 + UNIT_DIGITS <= end && text[at] == '\\' && text[at + 1] == 'u';
        if (escapeFollows && Character.isSurrogatePair(unit, unit(at + 2))) {
            char low = unit(at + 2);
            at += 2 + UNIT_DIGITS;
            return Character.toCodePoint(unit, low);
        }
        return unit;
    }

    private char unit(int digits) {
        return (char) Integer.parseInt(new String(text, digits, UNIT_DIGITS, StandardCharsets.ISO_8859_1), 16);
    }
}
