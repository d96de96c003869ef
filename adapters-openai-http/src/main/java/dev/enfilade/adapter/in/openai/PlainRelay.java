package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.stream.ByteStream;
import java.util.Arrays;

/** Passes on what is no event stream. */
final class PlainRelay {

    private static final int SMALL = 64 * 1024;

    private PlainRelay() {}

    /**
     * Passes on a document: a small one in one piece once it is known to be complete, a large one as it comes. What
     * fails before the first byte is written leaves the response untouched.
     */
    static void whole(ByteStream source, Downstream client) {
        byte[] buffer = new byte[8 * 1024];
        byte[] head = new byte[0];
        int count = source.read(buffer);
        while (count >= 0 && head.length + count <= SMALL) {
            head = joined(head, buffer, count);
            count = source.read(buffer);
        }
        if (count < 0) {
            client.whole(head);
            return;
        }
        client.write(head, head.length);
        write(source, client, buffer, count);
    }

    /** Passes on sound, pictures, and whatever else may be used before it is complete. */
    static void asItComes(ByteStream source, Downstream client) {
        byte[] buffer = new byte[8 * 1024];
        int count = source.read(buffer);
        client.head();
        write(source, client, buffer, count);
    }

    private static void write(ByteStream source, Downstream client, byte[] buffer, int first) {
        for (int count = first; count >= 0; count = source.read(buffer)) {
            client.write(buffer, count);
        }
    }

    private static byte[] joined(byte[] head, byte[] more, int count) {
        byte[] all = Arrays.copyOf(head, head.length + count);
        System.arraycopy(more, 0, all, head.length, count);
        return all;
    }
}
