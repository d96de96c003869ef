package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * The chunked coding, strictly: an end of the connection before the last byte of the last chunk is never an end of the
 * body, and one read gathers all chunks that are already there.
 */
final class ChunkedBody extends InputStream {

    /** Bytes of chunk extensions and trailers, of all chunks together. */
    private static final int LIMIT_OF_EXTRAS = 64 << 10;

    /** Fifteen hexadecimal digits cannot overflow. */
    private static final int MOST_DIGITS = 15;

    private final SessionInputBuffer buffer;
    private final InputStream source;
    private State state = State.SIZE;
    private long left;
    private int digits;
    private int extras;

    ChunkedBody(SessionInputBuffer buffer, InputStream source) {
        this.buffer = buffer;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = 0;
        while (state.goesOn() && got < length && (got == 0 || buffer.length() > 0)) {
            if (state == State.DATA) {
                got += readData(target, offset + got, length - got);
            } else {
                state = step(readFraming());
            }
        }
        if (got == 0 && state == State.BAD) {
            throw new MalformedChunkCodingException("bad chunk");
        }
        return got == 0 && state == State.END ? -1 : got;
    }

    /** Whether the last chunk was seen, though nobody may have read the end yet. */
    boolean complete() {
        return state == State.END;
    }

    private int readData(byte[] target, int offset, int length) throws IOException {
        int count = buffer.read(target, offset, (int) Math.min(length, left), source);
        if (count < 0) {
            throw new ConnectionClosedException("connection closed within a chunk");
        }
        left -= count;
        if (left == 0) {
            state = State.DATA_CR;
        }
        return count;
    }

    private int readFraming() throws IOException {
        int octet = buffer.read(source);
        if (octet < 0) {
            throw new ConnectionClosedException("connection closed before the last chunk");
        }
        return octet;
    }

    private State step(int octet) {
        return switch (state) {
            case SIZE -> size(octet);
            case EXTENSION -> octet == '\r' ? State.SIZE_LF : extra(octet == '\n' ? State.BAD : State.EXTENSION);
            case SIZE_LF -> expect(octet, '\n', left > 0 ? State.DATA : State.TRAILER);
            case DATA_CR -> expect(octet, '\r', State.DATA_LF);
            case DATA_LF -> expect(octet, '\n', State.SIZE);
            case TRAILER -> octet == '\r' ? State.END_LF : extra(State.TRAILER_LINE);
            case TRAILER_LINE -> extra(octet == '\n' ? State.TRAILER : State.TRAILER_LINE);
            case END_LF -> expect(octet, '\n', State.END);
            case DATA, END, BAD -> throw new IllegalStateException("no framing in state " + state);
        };
    }

    private State size(int octet) {
        int digit = Character.digit(octet, 16);
        if (digit >= 0) {
            left = digits == 0 ? digit : left * 16 + digit;
            return ++digits > MOST_DIGITS ? State.BAD : State.SIZE;
        }
        if (digits == 0) {
            return State.BAD;
        }
        digits = 0;
        return switch (octet) {
            case '\r' -> State.SIZE_LF;
            case ';', ' ', '\t' -> State.EXTENSION;
            default -> State.BAD;
        };
    }

    private State extra(State next) {
        return ++extras > LIMIT_OF_EXTRAS ? State.BAD : next;
    }

    private static State expect(int octet, char wanted, State next) {
        return octet == wanted ? next : State.BAD;
    }

    private enum State {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER,
        TRAILER_LINE,
        END_LF,
        END,
        BAD;

        boolean goesOn() {
            return this != END && this != BAD;
        }
    }
}
