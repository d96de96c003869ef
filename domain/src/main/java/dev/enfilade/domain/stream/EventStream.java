package dev.enfilade.domain.stream;

import java.util.Iterator;

/**
 * Events that are pulled one by one from something that is still producing them.
 *
 * <p>One consumer, one pass. {@link #hasNext} and {@link #next} block until an event is there and throw
 * {@link dev.enfilade.domain.failure.FailureException} when the source fails. {@link #close} is idempotent, may be
 * called from another thread, and stops the source at once, also while it is silent.
 *
 * @param <E> the kind of event
 */
public interface EventStream<E> extends Iterator<E>, AutoCloseable {

    @Override
    void close();
}
