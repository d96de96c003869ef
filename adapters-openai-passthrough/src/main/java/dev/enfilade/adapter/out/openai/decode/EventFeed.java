package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Feeds one parser with one event after the other, so that a stream needs no more than one parser. Each event has to
 * hold exactly one value: what is missing is not taken from the next event, and what is left over is refused.
 */
final class EventFeed extends InputStream {

    private byte[] bytes = {};
    private int next;
    private int end;

    void set(byte[] buffer, int offset, int length) {
        bytes = buffer;
        next = offset;
        end = offset + length;
    }

    /** Refuses an event that goes on behind its value. */
    void requireEnd(JsonParser parser) throws IOException {
        parser.releaseBuffered(new OutputStream() {
            @Override
            public void write(int octet) {
                refuseUnlessSpace(octet);
            }
        });
        while (next < end) {
            refuseUnlessSpace(bytes[next++]);
        }
    }

    private static void refuseUnlessSpace(int octet) {
        if (octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
            throw Json.invalid();
        }
    }

    @Override
    public int read() {
        return next < end ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, end - next);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }
}
