package dev.enfilade.bootstrap.server;

import java.time.Duration;

/** The end of a server's life, in the order in which balancers and clients can bear it. */
final class Drain {

    /** For those whose time is up, to say so to their clients. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Lifecycle lifecycle;
    private final WatchedConnector connector;
    private final Exchanges exchanges;

    Drain(Lifecycle lifecycle, WatchedConnector connector, Exchanges exchanges) {
        this.lifecycle = lifecycle;
        this.connector = connector;
        this.exchanges = exchanges;
    }

    /** Returns when nothing is going on any more, or when its time is up. */
    void run(DrainTimes times) throws InterruptedException {
        lifecycle.leave();
        Thread.sleep(times.delay());
        lifecycle.close();
        connector.stopAccepting();
        if (!exchanges.awaitNone(times.timeout())) {
            lifecycle.cut();
            exchanges.interruptAll();
            exchanges.awaitNone(LAST_WORDS);
        }
    }
}
