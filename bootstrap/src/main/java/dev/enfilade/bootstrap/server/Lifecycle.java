package dev.enfilade.bootstrap.server;

/** How far the process is on its way out. Only ever moves forward. */
public final class Lifecycle {

    private enum Phase {
        SERVING,
        LEAVING,
        CLOSED,
        CUTTING
    }

    private volatile Phase phase = Phase.SERVING;

    /** Whether balancers should send requests. */
    public boolean ready() {
        return phase == Phase.SERVING;
    }

    /** Whether requests are refused, while those that run may end. */
    public boolean closed() {
        return phase.compareTo(Phase.CLOSED) >= 0;
    }

    /** Whether what still runs is being cancelled, so that a cancelled request is our doing and not its client's. */
    public boolean cutting() {
        return phase == Phase.CUTTING;
    }

    void leave() {
        phase = Phase.LEAVING;
    }

    void close() {
        phase = Phase.CLOSED;
    }

    void cut() {
        phase = Phase.CUTTING;
    }
}
