package dev.enfilade.adapter.in.openai;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * Looks at a passing event stream just enough to know whether the answer was finished.
 *
 * <p>It searches bytes, not JSON: inside a JSON string every quote is escaped, so {@code "finish_reason":"} can only be
 * a member. What a line says counts when its event is complete.
 */
final class SseWatch {

    /** What an event can say of the stream. */
    enum Mark {
        /** Why the answer ends. */
        REASON,
        /** That it is the last event, by its type. */
        LAST,
        /** The sentinel. */
        DONE,
        /** That there was an error. */
        ERROR
    }

    /** Whether the value that begins there is of interest. */
    private interface Value {
        boolean matches(byte[] buffer, int at, int end);
    }

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DATA = ascii("data:");
    private static final byte[] EVENT = ascii("event:");
    private static final byte[] SENTINEL = ascii("[DONE]");
    private static final byte[] FINISH_REASON = ascii("\"finish_reason\"");
    private static final byte[] ERROR = ascii("\"error\"");
    private static final byte[] TYPE = ascii("\"type\"");
    private static final Set<String> LAST_TYPES =
            Set.of("response.completed", "response.incomplete", "response.failed", "message_stop");
    private static final int LONGEST_TYPE = 32;

    private final Set<Mark> seen = EnumSet.noneOf(Mark.class);
    private final Set<Mark> event = EnumSet.noneOf(Mark.class);

    /** Whether a complete event said so. */
    boolean saw(Mark mark) {
        return seen.contains(mark);
    }

    /** A blank line: what the lines before it said was said. */
    void eventEnds() {
        seen.addAll(event);
        event.clear();
    }

    /** Notes what a complete line says; the line end is not part of it. */
    void line(byte[] buffer, int begin, int end) {
        int start = startsWith(buffer, begin, end, BOM) ? begin + BOM.length : begin;
        if (startsWith(buffer, start, end, DATA)) {
            data(buffer, skipSpace(buffer, start + DATA.length, end), end);
        } else if (startsWith(buffer, start, end, EVENT)) {
            String type = word(buffer, skipSpace(buffer, start + EVENT.length, end), end);
            note(LAST_TYPES.contains(type), Mark.LAST);
            note(type.equals("error"), Mark.ERROR);
        }
    }

    private void data(byte[] buffer, int start, int end) {
        note(startsWith(buffer, start, end, SENTINEL), Mark.DONE);
        note(has(buffer, start, end, FINISH_REASON, (bytes, at, _) -> bytes[at] == '"'), Mark.REASON);
        note(has(buffer, start, end, ERROR, (bytes, at, _) -> bytes[at] == '"' || bytes[at] == '{'), Mark.ERROR);
        note(has(buffer, start, end, TYPE, SseWatch::isLastType), Mark.LAST);
    }

    private void note(boolean said, Mark mark) {
        if (said) {
            event.add(mark);
        }
    }

    private static boolean isLastType(byte[] buffer, int at, int end) {
        return buffer[at] == '"' && LAST_TYPES.contains(word(buffer, at + 1, end));
    }

    /** The text up to a quote or the end, cut where it is too long to be of interest. */
    private static String word(byte[] buffer, int start, int end) {
        int stop = start;
        while (stop < end && stop - start < LONGEST_TYPE && buffer[stop] != '"') {
            stop++;
        }
        return new String(buffer, start, stop - start, StandardCharsets.US_ASCII).stripTrailing();
    }

    private static boolean has(byte[] buffer, int start, int end, byte[] member, Value wanted) {
        for (int at = start; at <= end - member.length; at++) {
            if (buffer[at] == '"' && startsWith(buffer, at, end, member)) {
                int colon = skipSpace(buffer, at + member.length, end);
                int value = colon < end && buffer[colon] == ':' ? skipSpace(buffer, colon + 1, end) : end;
                if (value < end && wanted.matches(buffer, value, end)) {
                    return true;
                }
            }
        }
        return false;
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
