package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.failure.Failure.Phase;
import dev.enfilade.domain.failure.Failure.TimedOut;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one word that decides who ends a call: the thread that reads it, whoever closes it, or the clock.
 *
 * <p>It is a deadline while a phase is under way, that is while the owner may be blocked, and otherwise one of the
 * states below. Times are nanoseconds since the transport was made, and so positive.
 */
final class CallState {

    private static final long RESTING = 0;
    private static final long ENDED = -1;
    private static final long EXPIRED = -2;
    private static final long CLOSED = -3;

    private final AtomicLong word = new AtomicLong(RESTING);
    // Only the owner writes and reads these two.
    private Phase phase = Phase.CONNECT;
    private Duration limit = Duration.ZERO;

    /** The owner is about to block; false if the call was ended meanwhile. */
    boolean begin(Phase nextPhase, Duration nextLimit, long deadline) {
        phase = nextPhase;
        limit = nextLimit;
        return word.compareAndSet(RESTING, deadline);
    }

    /** The owner is back; false if the call was ended meanwhile. */
    boolean rest() {
        long now = word.get();
        return now > RESTING && word.compareAndSet(now, RESTING);
    }

    /** The owner is done with a call at rest; true for the first who ends it. */
    boolean end() {
        return word.compareAndSet(RESTING, ENDED);
    }

    /** Ends a call whose deadline has passed; true if this did it. */
    boolean expire(long now) {
        long deadline = word.get();
        return deadline > RESTING && now >= deadline && word.compareAndSet(deadline, EXPIRED);
    }

    /** Ends the call for any thread; tells in what state that found it. */
    Closing close() {
        for (; ; ) {
            long now = word.get();
            if (now < RESTING) {
                return Closing.TOO_LATE;
            }
            if (word.compareAndSet(now, CLOSED)) {
                return now == RESTING ? Closing.AT_REST : Closing.IN_A_PHASE;
            }
        }
    }

    /** Why the call is over although the backend did nothing wrong; empty if it is not. */
    Optional<Failure> verdict() {
        long now = word.get();
        if (now == EXPIRED) {
            return Optional.of(new TimedOut(phase, limit));
        }
        return now == CLOSED ? Optional.of(new Cancelled()) : Optional.empty();
    }

    /** What closing found. */
    enum Closing {
        /** The owner was not blocked and never will be: the closer has the connection to itself. */
        AT_REST,
        /** The owner is blocked, will wake up to an exception, and must give the connection back. */
        IN_A_PHASE,
        TOO_LATE
    }
}
