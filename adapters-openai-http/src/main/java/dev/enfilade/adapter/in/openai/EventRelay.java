package dev.enfilade.adapter.in.openai;

import dev.enfilade.adapter.in.openai.SseWatch.Mark;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes an event stream on, byte for byte, whole events at a time: what the client has is always a prefix that ends
 * with an event.
 *
 * <p>A stream that ends without saying so is a failure; the sentinel is added where only it was missing, and kept from
 * the client where the answer was never finished. The backend's own error is its last word.
 */
final class EventRelay {

    private static final int MOST_HELD = 4 * 1024 * 1024;
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteStream source;
    private final Downstream client;
    private final StreamEnd ending;
    private final SseWatch watch = new SseWatch();

    private final byte[] chunk = new byte[8 * 1024];
    private byte[] held = new byte[8 * 1024];
    private int size;
    private int scanned;
    private int lineStart;
    /** The byte before was a carriage return, which ends a line; a line feed now would belong to it. */
    private boolean afterReturn;

    private boolean eventEnded;

    EventRelay(ByteStream source, Downstream client, StreamEnd ending) {
        this.source = source;
        this.client = client;
        this.ending = ending;
    }

    /**
     * Runs to the end of the stream.
     *
     * @throws FailureException when the backend breaks off; the error event is the caller's to write
     */
    void run() {
        try {
            passAll();
            end();
            source.ended(watch.saw(Mark.ERROR) ? Outcome.UP_ERROR : Outcome.COMPLETE);
        } catch (FailureException broken) {
            source.ended(Outcome.of(broken.failure()));
            throw broken;
        }
    }

    private void passAll() {
        try {
            while (!isOver() && hold()) {
                passEvents();
            }
        } catch (FailureException broken) {
            if (!watch.saw(Mark.LAST) || broken.failure() instanceof Failure.Cancelled) {
                throw broken;
            }
        }
    }

    private boolean isOver() {
        return switch (ending) {
            case SENTINEL -> watch.saw(Mark.DONE) || watch.saw(Mark.ERROR);
            case LAST_EVENT -> watch.saw(Mark.ERROR);
            case UNKNOWN -> false;
        };
    }

    private void end() {
        boolean finished = switch (ending) {
            case SENTINEL -> watch.saw(Mark.REASON);
            case LAST_EVENT -> watch.saw(Mark.LAST);
            case UNKNOWN -> true;
        };
        if (!finished && !watch.saw(Mark.ERROR)) {
            throw new FailureException(new Failure.Broken(Failure.Flaw.CUT));
        }
        client.head();
        if (ending == StreamEnd.SENTINEL && !watch.saw(Mark.DONE) && !watch.saw(Mark.ERROR)) {
            client.write(DONE, DONE.length);
        } else if (ending == StreamEnd.UNKNOWN && size > 0) {
            client.write(held, size);
        }
    }

    /** Reads on; false at the end of the stream. */
    private boolean hold() {
        int count = source.read(chunk);
        if (count <= 0) {
            return count == 0;
        }
        if (size + count > held.length) {
            if (size + count > MOST_HELD) {
                throw new FailureException(new Failure.Broken(Failure.Flaw.TOO_BIG));
            }
            held = Arrays.copyOf(held, Math.max(held.length * 2, size + count));
        }
        System.arraycopy(chunk, 0, held, size, count);
        size += count;
        return true;
    }

    private void passEvents() {
        int whole = endOfLastEvent();
        if (whole > 0) {
            client.write(held, whole);
            System.arraycopy(held, whole, held, 0, size - whole);
            size -= whole;
            scanned -= whole;
            lineStart -= whole;
        }
    }

    /** How many of the held bytes are whole events that may pass, a blank line being the end of one. */
    private int endOfLastEvent() {
        int whole = 0;
        for (; scanned < size && !isOver(); scanned++) {
            byte b = held[scanned];
            if (b == '\n' && afterReturn) {
                whole = eventEnded ? scanned + 1 : whole;
                lineStart = scanned + 1;
            } else if (b == '\n' || b == '\r') {
                whole = lineEnds() ? scanned + 1 : whole;
                lineStart = scanned + 1;
            }
            afterReturn = b == '\r';
        }
        return whole == scanned && isOver() && afterReturn ? whole + lineFeeds() : whole;
    }

    /** Notes the line up to here; whether it ends an event that may pass. */
    private boolean lineEnds() {
        if (scanned > lineStart) {
            watch.line(held, lineStart, scanned);
            eventEnded = false;
        } else {
            watch.eventEnds();
            eventEnded = !isFalseEnd();
        }
        return eventEnded;
    }

    /** Behind the last event, the rest of its line end if it is there. */
    private int lineFeeds() {
        return scanned < size && held[scanned] == '\n' ? 1 : 0;
    }

    /** The sentinel of an answer that was never finished. */
    private boolean isFalseEnd() {
        return ending == StreamEnd.SENTINEL
                && watch.saw(Mark.DONE)
                && !watch.saw(Mark.REASON)
                && !watch.saw(Mark.ERROR);
    }
}
