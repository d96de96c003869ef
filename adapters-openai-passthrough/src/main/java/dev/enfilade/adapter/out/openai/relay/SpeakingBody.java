package dev.enfilade.adapter.out.openai.relay;

import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;

/** A body that is broken if it ends before its first byte. */
final class SpeakingBody implements ByteStream {

    private final ByteStream body;
    private boolean begun;

    SpeakingBody(ByteStream body) {
        this.body = body;
    }

    @Override
    public int read(byte[] buffer) {
        int count = body.read(buffer);
        if (count < 0 && !begun) {
            throw new FailureException(new Broken(Flaw.INVALID));
        }
        begun = true;
        return count;
    }

    @Override
    public void close() {
        body.close();
    }
}
