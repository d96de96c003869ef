package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that were read before their reader asked, in order: a pipelined request that came while its predecessor was
 * answered.
 */
final class ReadAhead {

    private static final int SIZE = 4 * 1024;

    private @Nullable ByteBuffer held;

    boolean isEmpty() {
        return held == null;
    }

    boolean isFull() {
        return held != null && !held.hasRemaining();
    }

    /** Takes what the channel has; false at its end. */
    boolean readFrom(ReadableByteChannel channel) throws IOException {
        ByteBuffer buffer = held == null ? ByteBuffer.allocate(SIZE) : held;
        int count = channel.read(buffer);
        if (count > 0) {
            held = buffer;
        }
        return count >= 0;
    }

    /** Gives back as much as fits, and how much that was. */
    int drainTo(ByteBuffer target) {
        if (held == null) {
            return 0;
        }
        held.flip();
        int count = Math.min(held.remaining(), target.remaining());
        target.put(held.slice(held.position(), count));
        held.position(held.position() + count);
        held.compact();
        if (held.position() == 0) {
            held = null;
        }
        return count;
    }
}
