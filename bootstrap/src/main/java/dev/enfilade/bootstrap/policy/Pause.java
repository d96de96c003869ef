package dev.enfilade.bootstrap.policy;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {

    /** Returns after this time, or throws when the thread is interrupted. */
    void take(Duration time) throws InterruptedException;
}
