package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The plain bytes of a body that a backend compressed though nobody asked it to. */
final class GzipBody implements ByteStream {

    /** A few bytes can stand for more than any memory holds. */
    private static final long MOST_BYTES = 128L << 20;

    private static final int BUFFER = 4 << 10;

    private final ByteStream coded;
    private final Source source = new Source();
    private @Nullable GZIPInputStream plain;
    private long size;

    GzipBody(ByteStream coded) {
        this.coded = coded;
    }

    @Override
    public int read(byte[] buffer) {
        try {
            int count = readPlain(buffer);
            size += count;
            if (size <= MOST_BYTES) {
                return count;
            }
            throw broken(Flaw.TOO_BIG, null);
        } catch (EOFException cut) {
            throw broken(Flaw.CUT, cut);
        } catch (IOException invalid) {
            throw broken(Flaw.INVALID, invalid);
        }
    }

    @Override
    public void close() {
        coded.close();
    }

    private int readPlain(byte[] buffer) throws IOException {
        if (plain == null) {
            try {
                plain = new GZIPInputStream(source, BUFFER);
            } catch (EOFException cut) {
                if (source.begun) {
                    throw cut;
                }
                return -1;
            }
        }
        return plain.read(buffer);
    }

    private FailureException broken(Flaw flaw, @Nullable IOException cause) {
        close();
        return new FailureException(new Broken(flaw), cause);
    }

    /** The coded bytes as the JDK reads them. */
    private final class Source extends InputStream {
        private boolean begun;

        @Override
        public int read() {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            byte[] part = new byte[length];
            int count = coded.read(part);
            if (count > 0) {
                System.arraycopy(part, 0, target, offset, count);
                begun = true;
            }
            return count;
        }
    }
}
