package dev.enfilade.bootstrap.server;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a server's life, in the order in which balancers and clients can bear it. */
final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

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
        Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LOG.info(
                "draining: {} requests are running; new ones are taken until {}, none runs on after {}",
                exchanges.count(),
                begun.plus(times.delay()),
                begun.plus(times.delay()).plus(times.timeout()));
        Thread.sleep(times.delay());
        lifecycle.close();
        connector.stopAccepting();
        if (exchanges.awaitNone(times.timeout())) {
            LOG.info("drained: every request has ended, after {} ms", since(begun));
            return;
        }
        int left = exchanges.count();
        lifecycle.cut();
        exchanges.interruptAll();
        exchanges.awaitNone(LAST_WORDS);
        LOG.warn("drained: {} requests did not end in time and were cut, after {} ms", left, since(begun));
    }

    private static long since(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis();
    }
}
