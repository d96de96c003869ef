package dev.enfilade.bootstrap.server;

/** What the system asks of the process. */
@FunctionalInterface
public interface Signals {

    /** @param farewell run once, when the process is asked to end; it may end when this returns */
    void onEnd(Runnable farewell);

    /** @param reload run whenever the process is asked to read its configuration again */
    default void onHangUp(Runnable reload) {}
}
