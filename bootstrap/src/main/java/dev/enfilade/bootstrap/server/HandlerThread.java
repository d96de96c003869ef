package dev.enfilade.bootstrap.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The thread that handles one request. Others may interrupt it, once, and only while it does: an interrupt that came
 * later would hit whatever the thread does next.
 */
final class HandlerThread {

    /** Why a handler was interrupted. */
    enum Reason {
        CLIENT_GONE,
        CLIENT_STALLED,
        SHUTTING_DOWN
    }

    private final Thread thread = Thread.currentThread();
    private boolean handling = true;
    private @Nullable Reason reason;

    /**
     * Ends whatever the handler waits for, unless that happened already, the request is over, or the handler itself is
     * asking.
     */
    synchronized void interrupt(Reason why) {
        if (handling && reason == null && !Thread.currentThread().equals(thread)) {
            reason = why;
            thread.interrupt();
        }
    }

    /** Why the handler was interrupted, if it was; from now on it may wait again, for instance to say a last word. */
    synchronized Optional<Reason> calm() {
        Thread.interrupted();
        return Optional.ofNullable(reason);
    }

    /** The request is over; no interrupt of it is pending any more, and none will come. */
    synchronized void finish() {
        handling = false;
        Thread.interrupted();
    }
}
