package dev.enfilade.application.service;

import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;

/** A byte stream that tells, once, how it ended. */
final class ObservedBytes implements ByteStream {

    private final ByteStream source;
    private final ObjLongConsumer<Outcome> ending;
    private final LongAdder pieces = new LongAdder();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean whole;

    ObservedBytes(ByteStream source, ObjLongConsumer<Outcome> ending) {
        this.source = source;
        this.ending = ending;
    }

    @Override
    public int read(byte[] buffer) {
        try {
            int count = source.read(buffer);
            whole |= count < 0;
            if (count >= 0) {
                pieces.increment();
            }
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
            ending.accept(outcome, pieces.sum());
        }
    }
}
