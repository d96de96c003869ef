package dev.enfilade.application.policy;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.stream.EventStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Streams of events: a failure before the first event is thrown by the call, so that none is left here. */
public final class StreamShape<E> implements Shape<EventStream<E>> {

    @Override
    public Optional<Failure> failure(EventStream<E> answer) {
        return Optional.empty();
    }

    @Override
    public EventStream<E> afterwards(EventStream<E> answer, Runnable action) {
        return new ClosingStream<>(answer, action, new AtomicBoolean());
    }

    @Override
    public void discard(EventStream<E> answer) {
        answer.close();
    }

    private record ClosingStream<E>(EventStream<E> source, Runnable action, AtomicBoolean closed)
            implements EventStream<E> {

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public E next() {
            return source.next();
        }

        @Override
        public void close() {
            try {
                source.close();
            } finally {
                if (closed.compareAndSet(false, true)) {
                    action.run();
                }
            }
        }
    }
}
