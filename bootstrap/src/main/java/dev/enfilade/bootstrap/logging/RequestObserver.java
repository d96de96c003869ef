package dev.enfilade.bootstrap.logging;

import java.time.Duration;

/** Somebody who follows requests; told on their own threads, so that it must neither block nor throw. */
@FunctionalInterface
public interface RequestObserver {

    /** A request has come in. */
    default void began() {}

    /** The first piece of a streamed answer goes out, so long after its request began. */
    default void streamBegan(Duration sinceRequest) {}

    /** A further piece of a streamed answer goes out. */
    default void pieceSent(long nanosSinceLast) {}

    /** The last byte of an answer is gone; told once for each request. */
    void ended(AccessLine line);
}
