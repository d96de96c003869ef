package dev.enfilade.bootstrap.health;

/** What is seen of a backend otherwise. */
@FunctionalInterface
public interface Evidence {

    /**
     * Whether the backend is up, all in all.
     *
     * @param listed whether it gave its list when it was last asked for it
     * @param at when that was, in the nanoseconds of {@link System#nanoTime}
     */
    boolean isUp(String backend, boolean listed, long at);
}
