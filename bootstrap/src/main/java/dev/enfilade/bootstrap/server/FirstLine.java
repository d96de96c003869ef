package dev.enfilade.bootstrap.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a request as it came, where Jetty tells less or forgives more.
 *
 * @param openAi whether it asks for OpenAI's API; Jetty does not say of a target that is too long to be read
 * @param head whether its method is HEAD, so that no answer has a body
 * @param proper whether method, target and version stand one space apart; servers differ over where others end
 */
record FirstLine(boolean openAi, boolean head, boolean proper) {

    /** Of bytes that nobody has looked at. */
    static final FirstLine UNSEEN = new FirstLine(false, false, true);

    private static final int LONGEST_METHOD = 16;
    private static final byte[] OPENAI = " /v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "HEAD ".getBytes(StandardCharsets.US_ASCII);
    private static final String ENDS_OF_A_NAME = "/ ?#\r\n";

    /** Of the bytes from here on; of a line that is not complete yet, nothing bad is said. */
    static FirstLine of(ByteBuffer bytes, int start) {
        int begin = start;
        while (begin + 1 < bytes.limit() && bytes.get(begin) == '\r' && bytes.get(begin + 1) == '\n') {
            begin += 2;
        }
        return new FirstLine(isOpenAi(bytes, begin), isAt(bytes, begin, HEAD), isProper(bytes, begin));
    }

    private static boolean isOpenAi(ByteBuffer bytes, int start) {
        for (int at = start; at < bytes.limit() && at - start < LONGEST_METHOD; at++) {
            if (bytes.get(at) == ' ') {
                int end = at + OPENAI.length;
                return isAt(bytes, at, OPENAI) && (end == bytes.limit() || ENDS_OF_A_NAME.indexOf(bytes.get(end)) >= 0);
            }
        }
        return false;
    }

    private static boolean isAt(ByteBuffer bytes, int start, byte[] text) {
        int length = Math.min(text.length, bytes.limit() - start);
        return ByteBuffer.wrap(text).equals(bytes.slice(start, length));
    }

    private static boolean isProper(ByteBuffer bytes, int start) {
        int spaces = 0;
        int at = start;
        for (byte before = ' '; at < bytes.limit() && bytes.get(at) != '\n'; at++) {
            byte octet = bytes.get(at);
            if (octet == '\t' || (octet == ' ' && before == ' ')) {
                return false;
            }
            spaces += octet == ' ' ? 1 : 0;
            before = octet;
        }
        boolean complete = at < bytes.limit();
        return !complete || (spaces == 2 && at > start + 1 && bytes.get(at - 2) != ' ');
    }
}
