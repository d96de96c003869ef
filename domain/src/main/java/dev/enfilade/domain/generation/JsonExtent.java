package dev.enfilade.domain.generation;

/**
 * How far a JSON object has come that comes in pieces, told by its brackets; whether it is JSON, others check.
 *
 * @param depth how many brackets are open
 * @param inString whether the last character was inside a string
 * @param escaped whether the next character is, too, whatever it is
 * @param whole whether every bracket that was opened is closed again, and there was one
 */
record JsonExtent(int depth, boolean inString, boolean escaped, boolean whole) {

    static final JsonExtent NOTHING = new JsonExtent(0, false, false, false);

    JsonExtent with(String piece) {
        JsonExtent extent = this;
        for (int i = 0; i < piece.length(); i++) {
            extent = extent.with(piece.charAt(i));
        }
        return extent;
    }

    private JsonExtent with(char c) {
        if (inString) {
            return new JsonExtent(depth, escaped || c != '"', !escaped && c == '\\', false);
        }
        if (Character.isWhitespace(c)) {
            return this;
        }
        int now = depth + (c == '{' || c == '[' ? 1 : 0) - (c == '}' || c == ']' ? 1 : 0);
        return new JsonExtent(now, c == '"', false, now == 0 && c != '"');
    }
}
