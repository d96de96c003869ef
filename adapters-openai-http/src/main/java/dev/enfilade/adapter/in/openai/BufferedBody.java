package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.stream.ByteStream;
import java.util.OptionalLong;

/** A JSON body that was read whole; can be sent again and have its model replaced. */
final class BufferedBody implements RelayBody {

    private final byte[] bytes;
    private final ModelMember model;

    BufferedBody(byte[] bytes, ModelMember model) {
        this.bytes = bytes;
        this.model = model;
    }

    @Override
    public ByteStream open() {
        return new Cursor(bytes);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public RelayBody withModel(String other) {
        byte[] replaced = model.replaced(bytes, other);
        return new BufferedBody(replaced, ModelMember.in(replaced));
    }

    private static final class Cursor implements ByteStream {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] buffer) {
            int count = Math.min(buffer.length, bytes.length - at);
            System.arraycopy(bytes, at, buffer, 0, count);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            at = bytes.length;
        }
    }
}
