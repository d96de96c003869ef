package dev.enfilade.adapter.in.ollama.json;

/** Text in quotes as Go's {@code %q} prints it; Ollama 0.33 quotes names and values in its errors this way. */
public final class GoQuote {

    private static final String CONTROLS = "abtnvfr";
    private static final int FIRST_NAMED_CONTROL = 0x07;

    private GoQuote() {}

    /** The text in double quotes, with everything escaped that would not print. */
    public static String text(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(quoted, c, '"'));
        return quoted.append('"').toString();
    }

    /** One byte in single quotes, read as Latin-1, as the JSON scanner names the character it stumbled over. */
    static String character(int value) {
        StringBuilder quoted = new StringBuilder().append('\'');
        append(quoted, value, '\'');
        return quoted.append('\'').toString();
    }

    private static void append(StringBuilder quoted, int c, char delimiter) {
        if (c == delimiter || c == '\\') {
            quoted.append('\\').append((char) c);
        } else if (prints(c)) {
            quoted.appendCodePoint(c);
        } else if (c >= FIRST_NAMED_CONTROL && c < FIRST_NAMED_CONTROL + CONTROLS.length()) {
            quoted.append('\\').append(named(c));
        } else if (c < ' ' || c == 0x7f) {
            quoted.append("\\x%02x".formatted(c));
        } else {
            quoted.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
        }
    }

    /** Controls 7 to 13 in their order: bell, backspace, tab, line feed, vertical tab, form feed, carriage return. */
    private static char named(int c) {
        return CONTROLS.charAt(c - FIRST_NAMED_CONTROL);
    }

    private static boolean prints(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
