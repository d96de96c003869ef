package dev.enfilade.adapter.in.openai;

import java.nio.charset.StandardCharsets;

/**
 * Looks at a passing event stream just enough to know where events end and whether the answer was finished.
 *
 * <p>It searches bytes, not JSON: inside a JSON string every quote is escaped, so {@code "finish_reason":"} can only be
 * a member.
 */
final class SseWatch {

    private static final byte[] DATA = ascii("data:");
    private static final byte[] DONE = ascii("[DONE]");
    private static final byte[] FINISH = ascii("\"finish_reason\"");
    private static final byte[] ERROR = ascii("\"error\"");
    private static final byte[] ERROR_EVENT = ascii("event: error");

    private boolean finished;
    private boolean done;
    private boolean failed;

    /** A chunk of the answer said why it ends. */
    boolean finished() {
        return finished;
    }

    /** The sentinel has passed. */
    boolean done() {
        return done;
    }

    /** The backend itself reported an error. */
    boolean failed() {
        return failed;
    }

    /** Notes what a complete line says; the line end is not part of it. */
    void line(byte[] buffer, int start, int end) {
        if (startsWith(buffer, start, end, DATA)) {
            int value = start + DATA.length;
            while (value < end && buffer[value] == ' ') {
                value++;
            }
            done |= startsWith(buffer, value, end, DONE);
            finished |= hasText(buffer, value, end, FINISH);
            failed |= hasValue(buffer, value, end, ERROR);
        } else {
            failed |= startsWith(buffer, start, end, ERROR_EVENT);
        }
    }

    /** The member is there with a string for a value. */
    private static boolean hasText(byte[] buffer, int start, int end, byte[] member) {
        int value = valueOf(buffer, start, end, member);
        return value >= 0 && buffer[value] == '"';
    }

    /** The member is there with an object or a string for a value. */
    private static boolean hasValue(byte[] buffer, int start, int end, byte[] member) {
        int value = valueOf(buffer, start, end, member);
        return value >= 0 && (buffer[value] == '{' || buffer[value] == '"');
    }

    /** Where the value of the last such member begins, or -1. */
    private static int valueOf(byte[] buffer, int start, int end, byte[] member) {
        for (int at = end - member.length; at >= start; at--) {
            if (buffer[at] == '"' && startsWith(buffer, at, end, member)) {
                int value = skipSpace(buffer, at + member.length, end);
                if (value < end && buffer[value] == ':') {
                    value = skipSpace(buffer, value + 1, end);
                    return value < end ? value : -1;
                }
            }
        }
        return -1;
    }

    private static int skipSpace(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end && (buffer[at] == ' ' || buffer[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] buffer, int start, int end, byte[] text) {
        if (end - start < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (buffer[start + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
