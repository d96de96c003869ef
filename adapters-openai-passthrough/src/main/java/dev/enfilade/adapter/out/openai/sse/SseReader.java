package dev.enfilade.adapter.out.openai.sse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.domain.stream.ByteStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events from bytes that are still arriving, by the rules of the WHATWG event stream format, except
 * that {@code id} and {@code retry} are not acted upon, since nobody reconnects here, and that a JSON object which
 * stands where a field should is data: servers that fail put their error there, as they do without a stream. One
 * consumer.
 */
public final class SseReader implements AutoCloseable {

    private static final byte[] DATA = "data".getBytes(US_ASCII);
    private static final byte[] EVENT = "event".getBytes(US_ASCII);
    private static final byte[] ERROR = "error".getBytes(US_ASCII);

    private final ByteStream bytes;
    private final Runnable onEvent;
    private final EventBuffer buffer;
    private String name = "";
    private boolean bare;

    public SseReader(ByteStream bytes) {
        this(bytes, () -> {});
    }

    /** A reader that tells of each event before it hands it out; comments and broken-off events are not told. */
    public SseReader(ByteStream bytes, Runnable onEvent) {
        this.bytes = bytes;
        this.onEvent = onEvent;
        this.buffer = new EventBuffer(bytes);
    }

    /**
     * Waits for the next event that has a data field, be it empty.
     *
     * @return null at the clean end of the body; an event whose blank line is missing there is not given out, unless it
     *     is a bare object
     * @throws dev.enfilade.domain.failure.FailureException what the bytes throw, or {@code Broken(TOO_BIG)} for a line
     *     or event of more than 4 MiB
     */
    public @Nullable SseEvent next() {
        buffer.dropData();
        name = "";
        bare = false;
        while (buffer.nextLine()) {
            if (buffer.lineStart() < buffer.lineEnd()) {
                boolean whole = isBareObject();
                takeLine();
                if (whole) {
                    return event();
                }
            } else if (buffer.hasData()) {
                return event();
            } else {
                name = "";
            }
        }
        return lastBareObject();
    }

    private SseEvent event() {
        onEvent.run();
        return new SseEvent(name, buffer.array(), buffer.dataStart(), buffer.dataEnd() - buffer.dataStart());
    }

    private void takeLine() {
        bare |= beginsBareObject();
        if (bare) {
            buffer.take(buffer.lineStart());
        } else {
            takeField();
        }
    }

    private boolean beginsBareObject() {
        return !buffer.hasData() && buffer.array()[buffer.lineStart()] == '{';
    }

    /** Whether the line is all of an object; one of many lines ends as an event does. */
    private boolean isBareObject() {
        return beginsBareObject() && buffer.array()[buffer.lineEnd() - 1] == '}';
    }

    private @Nullable SseEvent lastBareObject() {
        if (buffer.unfinishedLine()) {
            takeLine();
        }
        return bare ? event() : null;
    }

    /** Cancels the answer, unless it was read to its end. */
    @Override
    public void close() {
        bytes.close();
    }

    /** A comment is a line whose field name is empty, and so is skipped like any unknown field. */
    private void takeField() {
        int colon = colon();
        if (isField(DATA, colon)) {
            buffer.take(value(colon));
        } else if (isField(EVENT, colon)) {
            name = lineFrom(value(colon));
        } else if (isField(ERROR, colon)) {
            // llama.cpp until the end of 2025 broke a stream off with this field.
            name = "error";
            buffer.take(value(colon));
        }
    }

    private int colon() {
        byte[] array = buffer.array();
        int index = buffer.lineStart();
        while (index < buffer.lineEnd() && array[index] != ':') {
            index++;
        }
        return index;
    }

    private int value(int colon) {
        int from = Math.min(colon + 1, buffer.lineEnd());
        return from < buffer.lineEnd() && buffer.array()[from] == ' ' ? from + 1 : from;
    }

    private boolean isField(byte[] field, int colon) {
        return Arrays.equals(buffer.array(), buffer.lineStart(), colon, field, 0, field.length);
    }

    private String lineFrom(int from) {
        return new String(buffer.array(), from, buffer.lineEnd() - from, UTF_8);
    }
}
