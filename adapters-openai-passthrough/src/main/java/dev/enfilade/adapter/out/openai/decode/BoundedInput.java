package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.InputStream;

/** A body as an input stream that fails when it grows too long. */
final class BoundedInput extends InputStream {

    private final ByteStream body;
    private long left;

    BoundedInput(ByteStream body, long limit) {
        this.body = body;
        this.left = limit;
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    /** Whoever offers a whole array, as parsers do, gets it filled without a copy. */
    @Override
    public int read(byte[] target, int offset, int length) {
        boolean whole = offset == 0 && length == target.length;
        byte[] buffer = whole ? target : new byte[length];
        int count = body.read(buffer);
        left -= count;
        if (left < 0) {
            throw new FailureException(new Failure.Broken(Failure.Flaw.TOO_BIG));
        }
        if (!whole && count > 0) {
            System.arraycopy(buffer, 0, target, offset, count);
        }
        return count;
    }
}
