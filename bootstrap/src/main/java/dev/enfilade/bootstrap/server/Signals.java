package dev.enfilade.bootstrap.server;

/** What the system asks of the process. */
@FunctionalInterface
public interface Signals {

    /**
     * Takes over the requests to end.
     *
     * @param farewell run once, at the first of them; the process may end when it returns
     * @param cutShort run at the second of them, right before the process ends; nobody waits for it for long
     */
    void onEnd(Runnable farewell, Runnable cutShort);

    /**
     * Takes over the requests to read the configuration again.
     *
     * @param reload run at each of them
     */
    default void onHangUp(Runnable reload) {}
}
