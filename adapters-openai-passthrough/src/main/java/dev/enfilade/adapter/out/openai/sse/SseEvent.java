package dev.enfilade.adapter.out.openai.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One event: its name and its data as a slice of the reader's buffer, valid until the reader's next event. */
public final class SseEvent {

    private final String name;
    private final byte[] buffer;
    private final int offset;
    private final int length;

    SseEvent(String name, byte[] buffer, int offset, int length) {
        this.name = name;
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    /** What the {@code event} field said; empty if there was none. */
    public String name() {
        return name;
    }

    /** The array that holds the data, from {@link #offset}, {@link #length} bytes long. */
    public byte[] buffer() {
        return buffer;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** The data as text; bytes that are no UTF-8 become U+FFFD. */
    public String text() {
        return new String(buffer, offset, length, UTF_8);
    }
}
