package dev.enfilade.adapter.in.ollama.json;

/**
 * The characters of a JSON string as Ollama 0.33 spells them: {@code < > &} and the line separators U+2028 and U+2029
 * as escapes, other text raw. U+0085, which Ollama leaves raw, is escaped too, since Python clients end a line at it.
 */
final class JsonEscapes {

    private static final String HEX = "0123456789abcdef";

    private JsonEscapes() {}

    /** Appends the character that begins at the given place of the text; the place after it. */
    static int put(Utf8Buffer out, String text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            ascii(out, c);
            return at + 1;
        }
        if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
            unit(out, c);
            return at + 1;
        }
        int codePoint = text.codePointAt(at);
        out.putCodePoint(codePoint);
        return at + Character.charCount(codePoint);
    }

    private static void ascii(Utf8Buffer out, char c) {
        switch (c) {
            case '"', '\\' -> letter(out, c);
            case '\b' -> letter(out, 'b');
            case '\f' -> letter(out, 'f');
            case '\n' -> letter(out, 'n');
            case '\r' -> letter(out, 'r');
            case '\t' -> letter(out, 't');
            case '<', '>', '&' -> unit(out, c);
            default -> plain(out, c);
        }
    }

    private static void plain(Utf8Buffer out, char c) {
        if (c < ' ') {
            unit(out, c);
        } else {
            out.put((byte) c);
        }
    }

    private static void letter(Utf8Buffer out, char letter) {
        out.put((byte) '\\');
        out.put((byte) letter);
    }

    private static void unit(Utf8Buffer out, char c) {
        letter(out, 'u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.put((byte) HEX.charAt((c >> shift) & 0xf));
        }
    }
}
