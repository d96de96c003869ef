package dev.enfilade.bootstrap.policy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When the same way is tried once more, and after which pause. */
final class Retries {

    /** A client that waits for longer is better told than kept. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Duration USUAL_WAIT = Duration.ofMillis(250);

    /** So that those who failed together do not come again together. */
    private static final int JITTER_MILLIS = 250;

    private final int attempts;
    private final RetryBudget budget;
    private final Pause pause;
    private final RandomGenerator random;

    Retries(RetrySettings settings, RetryBudget budget, Pause pause, RandomGenerator random) {
        this.attempts = settings.attempts();
        this.budget = budget;
        this.pause = pause;
        this.random = random;
    }

    void countRequest() {
        budget.countRequest();
    }

    /**
     * Whether to try once more; counted if so. A backend that cannot be reached and is known for it by now is not
     * waited for.
     *
     * @param made how many attempts were made this way
     */
    boolean allow(Call<?> call, Tried<?> failed, boolean open, int made) {
        boolean hopeless = open && failed.verdict() == Verdict.UNREACHED;
        return made < attempts
                && !hopeless
                && failed.verdict().mayTryAgain(call.repeat())
                && comesInTime(failed)
                && budget.take();
    }

    /** Waits; an interrupt ends that. */
    void pauseAfter(Tried<?> failed) {
        Duration jitter = Duration.ofMillis(random.nextInt(JITTER_MILLIS));
        try {
            pause.take(failed.retryAfter().orElse(USUAL_WAIT).plus(jitter));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    /** Who is rate-limited comes again when he is told to, or not at all. */
    private static boolean comesInTime(Tried<?> failed) {
        Optional<Duration> wished = failed.retryAfter();
        return wished.isPresent() ? wished.get().compareTo(LONGEST_WAIT) <= 0 : failed.verdict() != Verdict.LIMITED;
    }
}
