package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Gives what the test sends, when the test sends it. */
final class PipedBytes implements ByteStream {

    private final BlockingQueue<Optional<String>> pieces = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    void send(String piece) {
        pieces.add(Optional.of(piece));
    }

    void end() {
        pieces.add(Optional.empty());
    }

    /** Waits until somebody reads. */
    void awaitReader() throws InterruptedException {
        asked.await();
    }

    @Override
    public int read(byte[] buffer) {
        asked.countDown();
        try {
            Optional<String> piece = pieces.take();
            byte[] bytes = piece.orElse("").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, buffer, 0, bytes.length);
            return piece.isPresent() ? bytes.length : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
