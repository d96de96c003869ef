package dev.enfilade.domain.stream;

import dev.enfilade.domain.failure.Failure;
import java.util.Locale;

/** The one word in which a request ended; the words are a public contract of logs and metrics. */
public enum Outcome {
    COMPLETE,
    CLIENT_GONE,
    CLIENT_STALL,
    CLIENT_BAD,
    DENIED,
    LIMITED,
    SHED,
    DRAINED,
    UP_UNREACHABLE,
    UP_TIMEOUT,
    UP_IDLE,
    UP_CUT,
    UP_INVALID,
    UP_ERROR,
    UP_AUTH,
    INTERNAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for a failure. */
    public static Outcome of(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest _, Failure.ModelNotFound _, Failure.Unsupported _, Failure.BodyTooSlow _ ->
                CLIENT_BAD;
            case Failure.BodyTooLarge _ -> LIMITED;
            case Failure.Refused _, Failure.RateLimited _ -> UP_ERROR;
            case Failure.Overloaded _ -> SHED;
            case Failure.ShuttingDown _ -> DRAINED;
            case Failure.BackendDenied _ -> UP_AUTH;
            case Failure.BackendUnavailable _ -> UP_UNREACHABLE;
            case Failure.TimedOut timedOut -> timedOut.phase() == Failure.Phase.IDLE ? UP_IDLE : UP_TIMEOUT;
            case Failure.Broken broken ->
                switch (broken.flaw()) {
                    case CUT -> UP_CUT;
                    case INVALID, TOO_BIG -> UP_INVALID;
                    case WORDLESS -> UP_ERROR;
                };
            case Failure.BrokenToolCall _, Failure.Redirected _ -> UP_INVALID;
            case Failure.Cancelled _ -> CLIENT_GONE;
        };
    }
}
