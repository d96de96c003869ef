package dev.enfilade.adapter.out.openai.sse;

import dev.enfilade.domain.stream.ByteStream;
import java.util.Arrays;

/** A line that never ends. */
final class EndlessBytes implements ByteStream {

    private int given;

    @Override
    public int read(byte[] buffer) {
        Arrays.fill(buffer, (byte) 'x');
        given += buffer.length;
        return buffer.length;
    }

    @Override
    public void close() {}

    int given() {
        return given;
    }
}
