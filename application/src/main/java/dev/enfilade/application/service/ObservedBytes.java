package dev.enfilade.application.service;

import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.observation.Outcome;
import dev.enfilade.domain.stream.ByteStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A byte stream that tells, once, how it ended. */
final class ObservedBytes implements ByteStream {

    private final ByteStream source;
    private final Consumer<Outcome> ending;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean whole;

    ObservedBytes(ByteStream source, Consumer<Outcome> ending) {
        this.source = source;
        this.ending = ending;
    }

    @Override
    public int read(byte[] buffer) {
        try {
            int count = source.read(buffer);
            whole |= count < 0;
            return count;
        } catch (FailureException e) {
            tell(Outcome.of(e.failure()));
            throw e;
        }
    }

    @Override
    public void ended(Outcome outcome) {
        tell(outcome);
    }

    @Override
    public void close() {
        source.close();
        tell(whole ? Outcome.COMPLETE : Outcome.CLIENT_GONE);
    }

    private void tell(Outcome outcome) {
        if (told.compareAndSet(false, true)) {
            ending.accept(outcome);
        }
    }
}
