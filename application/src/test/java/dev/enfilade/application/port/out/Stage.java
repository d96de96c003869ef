package dev.enfilade.application.port.out;

/**
 * A backend that plays a script and tells what it noticed.
 *
 * @param <B> the port
 */
public interface Stage<B> extends AutoCloseable {

    B backend();

    /** Waits until the script has come to its silence; fails after a generous time. */
    void awaitSilence();

    /** Waits until the backend noticed that nobody listens; fails after a generous time. */
    void awaitAbandoned();

    @Override
    default void close() {}
}
