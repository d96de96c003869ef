package dev.enfilade.contract.chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One plan while it is being played.
 *
 * @param entered how often the backend was asked
 * @param left a permit for each time that it has done with the answer
 * @param played opens when it has nothing more to say
 */
record Scene(Plan plan, String tag, AtomicInteger entered, Semaphore left, CountDownLatch played) {

    static Scene of(Plan plan, String tag) {
        return new Scene(plan, tag, new AtomicInteger(), new Semaphore(0), new CountDownLatch(1));
    }
}
