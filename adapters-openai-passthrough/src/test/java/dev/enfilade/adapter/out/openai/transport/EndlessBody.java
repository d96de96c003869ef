package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** A body that goes on for ever. */
record EndlessBody(CountDownLatch begun) implements OutgoingBody {

    EndlessBody() {
        this(new CountDownLatch(1));
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun.countDown();
        for (byte[] block = new byte[100_000]; ; ) {
            out.write(block);
        }
    }

    @Override
    public boolean repeatable() {
        return false;
    }
}
