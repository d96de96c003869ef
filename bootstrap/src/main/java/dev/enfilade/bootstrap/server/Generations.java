package dev.enfilade.bootstrap.server;

import java.util.concurrent.atomic.AtomicReference;

/** The generation that takes requests on. Each request belongs to the one that took it on, to its end. */
final class Generations {

    private final AtomicReference<Generation> current;

    Generations(Generation first) {
        this.current = new AtomicReference<>(first);
    }

    Generation current() {
        return current.get();
    }

    /** The generation of a request that begins now, which has to {@linkplain Generation#leave leave} it. */
    Generation enter() {
        while (true) {
            Generation generation = current.get();
            if (generation.enter()) {
                return generation;
            }
        }
    }

    /** From now on the next one takes requests on; the action runs when the last request of the former one is over. */
    void replace(Generation next, Runnable afterFormer) {
        current.getAndSet(next).retire(afterFormer);
    }
}
