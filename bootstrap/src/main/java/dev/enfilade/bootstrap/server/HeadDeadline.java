package dev.enfilade.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that take too long over the head of a request. Jetty lets them live as long as a byte comes now
 * and then.
 */
final class HeadDeadline extends AbstractLifeCycle {

    /** Of the deadline: how much later than it a connection may be closed. */
    private static final int SWEEPS = 20;

    private final WatchedConnector connector;
    private final long deadlineNanos;
    private Scheduler.@Nullable Task next;

    HeadDeadline(WatchedConnector connector, Duration deadline) {
        this.connector = connector;
        this.deadlineNanos = deadline.toNanos();
    }

    @Override
    protected synchronized void doStart() {
        next = connector.getScheduler().schedule(this::sweep, deadlineNanos / SWEEPS, TimeUnit.NANOSECONDS);
    }

    @Override
    protected synchronized void doStop() {
        if (next != null) {
            next.cancel();
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        connector.clients().filter(client -> isLate(client, now)).forEach(WatchedEndPoint::close);
        synchronized (this) {
            if (isRunning()) {
                doStart();
            }
        }
    }

    private boolean isLate(WatchedEndPoint client, long now) {
        long began = client.headBegan();
        return began != 0 && now - began > deadlineNanos;
    }
}
