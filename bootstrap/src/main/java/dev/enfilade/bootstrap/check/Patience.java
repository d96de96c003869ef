package dev.enfilade.bootstrap.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long steps may take.
 *
 * @param step one that is about connections or lists
 * @param chat one in which a model works, which may have to be loaded first
 */
public record Patience(Duration step, Duration chat) {

    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30));

    private static final int LOOKS = 4;

    public Patience {
        requireNonNull(step, "step is null");
        requireNonNull(chat, "chat is null");
    }

    /** As long as one call within a step may take, so that the step has time to say what is wrong. */
    Duration call() {
        return step.multipliedBy(3).dividedBy(4);
    }

    /** As long as one of several looks within a step may take. */
    Duration glance() {
        return step.dividedBy(LOOKS);
    }

    /** The same for every step. */
    public static Patience of(Duration limit) {
        return new Patience(limit, limit);
    }
}
