package dev.enfilade.adapter.in.ollama.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow at the end. */
final class Utf8Buffer {

    private static final int FIRST_SIZE = 512;
    private static final int REPLACEMENT = 0xfffd;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    void put(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = value;
    }

    /** Appends a part of other bytes. */
    void put(byte[] source, int start, int end) {
        int needed = size + end - start;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * size));
        }
        System.arraycopy(source, start, bytes, size, end - start);
        size = needed;
    }

    /** Appends one character in UTF-8; half a surrogate pair becomes U+FFFD. */
    void putCodePoint(int codePoint) {
        int c = Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE ? REPLACEMENT : codePoint;
        if (c < 0x80) {
            put((byte) c);
        } else if (c < 0x800) {
            put((byte) (0xc0 | (c >> 6)));
            putTail(c, 0);
        } else if (c < 0x10000) {
            put((byte) (0xe0 | (c >> 12)));
            putTail(c, 6);
            putTail(c, 0);
        } else {
            put((byte) (0xf0 | (c >> 18)));
            putTail(c, 12);
            putTail(c, 6);
            putTail(c, 0);
        }
    }

    private void putTail(int c, int shift) {
        put((byte) (0x80 | ((c >> shift) & 0x3f)));
    }

    /** The last byte, or -1 if there is none. */
    int last() {
        return size == 0 ? -1 : bytes[size - 1];
    }

    int size() {
        return size;
    }

    void truncate(int kept) {
        size = kept;
    }

    String text() {
        return GoUtf8.text(bytes, 0, size);
    }

    void writeTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, size);
    }
}
