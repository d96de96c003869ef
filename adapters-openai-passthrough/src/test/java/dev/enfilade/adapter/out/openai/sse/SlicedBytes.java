package dev.enfilade.adapter.out.openai.sse;

import dev.enfilade.domain.stream.ByteStream;
import java.util.List;

/** Bytes that arrive in given slices, one per read. */
final class SlicedBytes implements ByteStream {

    private final List<byte[]> slices;
    private int index;
    private int offset;
    private int reads;
    private boolean closed;

    SlicedBytes(List<byte[]> slices) {
        this.slices = slices.stream().filter(slice -> slice.length > 0).toList();
    }

    @Override
    public int read(byte[] buffer) {
        reads++;
        if (index == slices.size()) {
            return -1;
        }
        byte[] slice = slices.get(index);
        int count = Math.min(buffer.length, slice.length - offset);
        System.arraycopy(slice, offset, buffer, 0, count);
        offset += count;
        if (offset == slice.length) {
            index++;
            offset = 0;
        }
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }

    int reads() {
        return reads;
    }

    boolean closed() {
        return closed;
    }
}
