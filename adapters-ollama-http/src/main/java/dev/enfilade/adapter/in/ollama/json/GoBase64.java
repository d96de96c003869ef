package dev.enfilade.adapter.in.ollama.json;

import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;

/** Base64 as Go's standard decoder takes it, which Ollama 0.33 uses for images. */
final class GoBase64 {

    private static final int QUANTUM = 4;

    private GoBase64() {}

    /** These bytes, each 0 to 255. */
    static String encode(List<Long> values) {
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values.get(i).byteValue();
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String withoutLineEnds(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replaceAll("[\r\n]", "");
    }

    /** The offset at which Go gives up; absent if the text decodes. Line ends within are allowed. */
    static OptionalInt fault(String text) {
        int place = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isAlphabet(c)) {
                place = (place + 1) % QUANTUM;
            } else if (c == '=' && place >= 2) {
                return paddingFault(text, at, place);
            } else if (!isLineEnd(c)) {
                return OptionalInt.of(at);
            }
        }
        return place == 0 ? OptionalInt.empty() : OptionalInt.of(text.length() - place);
    }

    /** Checks what follows the first padding character, which stands at the given offset and place of its quantum. */
    private static OptionalInt paddingFault(String text, int first, int place) {
        int at = skipLineEnds(text, first + 1);
        if (place == 2) {
            if (at == text.length()) {
                return OptionalInt.of(at);
            }
            if (text.charAt(at) != '=') {
                return OptionalInt.of(at - 1);
            }
            at = skipLineEnds(text, at + 1);
        }
        return at == text.length() ? OptionalInt.empty() : OptionalInt.of(at);
    }

    private static int skipLineEnds(String text, int start) {
        int at = start;
        while (at < text.length() && isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isAlphabet(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
