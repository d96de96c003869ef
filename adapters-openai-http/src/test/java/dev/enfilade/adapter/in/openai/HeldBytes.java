package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.stream.ByteStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Gives one piece, and its end only when it is released. */
final class HeldBytes implements ByteStream {

    private final byte[] piece;
    private final CountDownLatch released = new CountDownLatch(1);
    private boolean given;

    HeldBytes(String piece) {
        this.piece = piece.getBytes(StandardCharsets.UTF_8);
    }

    void release() {
        released.countDown();
    }

    @Override
    public int read(byte[] buffer) {
        if (!given) {
            given = true;
            System.arraycopy(piece, 0, buffer, 0, piece.length);
            return piece.length;
        }
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    @Override
    public void close() {
        release();
    }
}
