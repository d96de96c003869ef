package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.InputStream;

/** A body as an input stream that fails when it grows too long. */
final class BoundedInput extends InputStream {

    private static final int BUFFER_SIZE = 8 << 10;

    private final ByteStream body;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int next;
    private int end;
    private long left;

    BoundedInput(ByteStream body, long limit) {
        this.body = body;
        this.left = limit;
    }

    @Override
    public int read() {
        return fill() ? buffer[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean fill() {
        if (next == end) {
            next = 0;
            end = Math.max(0, body.read(buffer));
            left -= end;
            if (left < 0) {
                throw new FailureException(new Failure.Broken(Failure.Flaw.TOO_BIG));
            }
        }
        return next < end;
    }
}
