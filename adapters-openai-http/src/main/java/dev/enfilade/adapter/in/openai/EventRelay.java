package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes an event stream on, byte for byte, whole events at a time: what the client has is always a prefix that ends
 * with an event.
 *
 * <p>A chat or completion stream that ends without saying so is a failure; the sentinel is added where only it was
 * missing.
 */
final class EventRelay {

    private static final int MOST_HELD = 4 * 1024 * 1024;
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteStream source;
    private final Downstream client;
    private final boolean endsWithSentinel;
    private final SseWatch watch = new SseWatch();

    private byte[] held = new byte[8 * 1024];
    private int size;
    private int scanned;
    private int lineStart;

    /** @param endsWithSentinel the route's streams end in a finish reason and {@code [DONE]} */
    EventRelay(ByteStream source, Downstream client, boolean endsWithSentinel) {
        this.source = source;
        this.client = client;
        this.endsWithSentinel = endsWithSentinel;
    }

    /**
     * Runs to the end of the stream.
     *
     * @throws FailureException when the backend breaks off; the error event is the caller's to write
     */
    void run() {
        byte[] chunk = new byte[8 * 1024];
        for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
            hold(chunk, count);
            int whole = endOfLastEvent();
            if (whole > 0) {
                write(held, whole);
                drop(whole);
            }
            if (endsWithSentinel && watch.done() && size == 0) {
                break;
            }
        }
        end();
    }

    private void end() {
        if (!endsWithSentinel || watch.failed()) {
            write(held, size);
        } else if (!watch.finished()) {
            throw new FailureException(new Failure.Broken(Failure.Flaw.CUT));
        } else if (!watch.done()) {
            write(DONE, DONE.length);
        }
    }

    private void hold(byte[] chunk, int count) {
        if (size + count > held.length) {
            if (size + count > MOST_HELD) {
                throw new FailureException(new Failure.Broken(Failure.Flaw.TOO_BIG));
            }
            held = Arrays.copyOf(held, Math.max(held.length * 2, size + count));
        }
        System.arraycopy(chunk, 0, held, size, count);
        size += count;
    }

    /** How many of the held bytes are whole events, a blank line being the end of one. */
    private int endOfLastEvent() {
        int whole = 0;
        for (; scanned < size; scanned++) {
            byte b = held[scanned];
            if (b == '\n' || (b == '\r' && scanned + 1 < size && held[scanned + 1] != '\n')) {
                int end = b == '\n' && scanned > lineStart && held[scanned - 1] == '\r' ? scanned - 1 : scanned;
                if (end == lineStart) {
                    whole = scanned + 1;
                } else {
                    watch.line(held, lineStart, end);
                }
                lineStart = scanned + 1;
            } else if (b == '\r' && scanned + 1 == size) {
                break;
            }
        }
        return whole;
    }

    private void drop(int count) {
        System.arraycopy(held, count, held, 0, size - count);
        size -= count;
        scanned -= count;
        lineStart -= count;
    }

    private void write(byte[] bytes, int count) {
        if (count > 0) {
            client.write(bytes, count);
        }
    }
}
