package dev.enfilade.bootstrap.reload;

/** Told how every reload went. */
@FunctionalInterface
public interface ReloadObserver {

    /** Called on the thread that reloads, which waits for it. */
    void reloaded(ReloadResult result);
}
