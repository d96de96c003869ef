package dev.enfilade.adapter.in.ollama.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 as Go reads it: every byte that belongs to no character becomes a U+FFFD of its own, as in Ollama 0.33. */
final class GoUtf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST = 4;

    private GoUtf8() {}

    /** The text in a part of some bytes. Java would have one U+FFFD for a whole broken character. */
    static String text(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : byteByByte(bytes, start, end);
    }

    private static String byteByByte(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int length = length(bytes, at, end);
            switch (length) {
                case 0 -> text.append(REPLACEMENT);
                case 1 -> text.append((char) bytes[at]);
                default -> text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
            }
            at += Math.max(1, length);
        }
        return text.toString();
    }

    /** How many bytes the character has that begins here; 0 if none does. */
    private static int length(byte[] bytes, int at, int end) {
        if (bytes[at] >= 0) {
            return 1;
        }
        int length = Integer.numberOfLeadingZeros(~bytes[at] << (Integer.SIZE - Byte.SIZE));
        if (length < 2 || length > LONGEST || at + length > end) {
            return 0;
        }
        byte[] character = Arrays.copyOfRange(bytes, at, at + length);
        byte[] again = new String(character, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(character, again) ? length : 0;
    }
}
