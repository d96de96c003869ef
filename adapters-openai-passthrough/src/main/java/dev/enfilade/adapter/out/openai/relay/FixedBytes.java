package dev.enfilade.adapter.out.openai.relay;

import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayInputStream;

/** A body that is already here. */
final class FixedBytes implements ByteStream {

    private final ByteArrayInputStream bytes;

    FixedBytes(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read(byte[] buffer) {
        return bytes.read(buffer, 0, buffer.length);
    }

    @Override
    public void close() {}
}
