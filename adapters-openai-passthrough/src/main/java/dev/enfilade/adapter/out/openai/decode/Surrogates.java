package dev.enfilade.adapter.out.openai.decode;

/**
 * Makes text that can be written as UTF-8: backends that cut text between tokens may cut a character outside the basic
 * plane in two.
 */
final class Surrogates {

    private static final char REPLACEMENT = '\uFFFD';

    private char held;

    /** The text of the next delta, with a half character that was held back in front and without one at its end. */
    String join(String delta) {
        int last = delta.length() - 1;
        if (last < 0) {
            return delta;
        }
        String text = held == 0 ? delta : held + delta;
        held = 0;
        char end = delta.charAt(last);
        if (Character.isHighSurrogate(end)) {
            held = end;
            text = text.substring(0, text.length() - 1);
        }
        return mend(text);
    }

    /** What is left when no more deltas come. */
    String rest() {
        return held == 0 ? "" : String.valueOf(REPLACEMENT);
    }

    /** The text with every half character without its other half replaced. */
    static String mend(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mendFrom(i, text);
            }
        }
        return text;
    }

    private static String mendFrom(int start, String text) {
        StringBuilder mended = new StringBuilder(text.length()).append(text, 0, start);
        text.substring(start)
                .codePoints()
                .forEach(point -> mended.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
        return mended.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
