package dev.enfilade.bootstrap.policy;

import dev.enfilade.application.policy.Repeat;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What a failure says of its backend, and whether the call may be made again, and where. */
enum Verdict {
    /** It was never reached; the next attempt may find it. */
    UNREACHED(Health.BAD, Repeat.IF_UNREACHED, true),

    /** It was never reached, and there is no hope that it will be within a moment. */
    OUT_OF_REACH(Health.BAD, Repeat.IF_UNREACHED, false),

    /** It is in trouble, and said so. */
    REFUSED(Health.BAD, Repeat.IF_REFUSED, true),

    /** It is well, but has too much to do. */
    LIMITED(Health.GOOD, Repeat.IF_REFUSED, true),

    /** It was not asked, since too many others are asking it. */
    CROWDED(Health.UNKNOWN, Repeat.IF_UNREACHED, false),

    /** It may still be at work; asking again could make it work twice. */
    LOST(Health.BAD, Repeat.NEVER, false),

    /** It did what it should, and this is its answer. */
    ANSWERED(Health.GOOD, Repeat.NEVER, false),

    /** Not its doing, or no matter of reaching it. */
    ELSEWHERE(Health.UNKNOWN, Repeat.NEVER, false);

    /** What it says of the backend. */
    enum Health {
        GOOD,
        BAD,
        UNKNOWN
    }

    /** Those that servers and the proxies before them give when they are overloaded, starting or broken. */
    private static final Set<Integer> TROUBLE = Set.of(500, 502, 503, 504, 529);

    private final Health health;
    private final Repeat repeat;
    private final boolean here;

    Verdict(Health health, Repeat repeat, boolean here) {
        this.health = health;
        this.repeat = repeat;
        this.here = here;
    }

    static Verdict of(FailureException thrown) {
        Verdict verdict = of(thrown.failure());
        if (verdict != UNREACHED || thrown.getCause() == null || failedToConnect(thrown)) {
            return verdict;
        }
        return wasDistrusted(thrown) ? OUT_OF_REACH : LOST;
    }

    static Verdict of(Failure failure) {
        return switch (failure) {
            case Failure.BackendUnavailable _ -> UNREACHED;
            case Failure.Refused refused -> TROUBLE.contains(refused.status()) ? REFUSED : ANSWERED;
            case Failure.RateLimited _ -> LIMITED;
            case Failure.TimedOut timedOut -> timedOut.phase() == Failure.Phase.CONNECT ? OUT_OF_REACH : LOST;
            case Failure.Broken broken ->
                switch (broken.flaw()) {
                    case CUT -> LOST;
                    case INVALID, TOO_BIG -> ELSEWHERE;
                    case WORDLESS -> REFUSED;
                };
            case Failure.Overloaded _ -> CROWDED;
            case Failure.BackendDenied _, Failure.ModelNotFound _, Failure.Unsupported _ -> ANSWERED;
            case Failure.Redirected _,
                    Failure.BrokenToolCall _,
                    Failure.InvalidRequest _,
                    Failure.BodyTooLarge _,
                    Failure.BodyTooSlow _,
                    Failure.ShuttingDown _,
                    Failure.Cancelled _ -> ELSEWHERE;
        };
    }

    /** Else there was a connection, and nobody knows what the backend had read before it broke. */
    private static boolean failedToConnect(FailureException thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof NoRouteToHostException
                        || cause instanceof UnknownHostException);
    }

    /** A certificate that was wrong stays wrong. */
    private static boolean wasDistrusted(FailureException thrown) {
        return causes(thrown).anyMatch(SSLException.class::isInstance);
    }

    private static Stream<Throwable> causes(FailureException thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    Health health() {
        return health;
    }

    /** Whether another way may be tried for a call that may be repeated so. */
    boolean mayGoOn(Repeat allowed) {
        return repeat != Repeat.NEVER && repeat.compareTo(allowed) <= 0;
    }

    /** Whether the same way may be tried once more. */
    boolean mayTryAgain(Repeat allowed) {
        return here && mayGoOn(allowed);
    }
}
