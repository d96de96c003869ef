package dev.enfilade.bootstrap.logging;

import dev.enfilade.domain.stream.Outcome;

/** The outcome of requests of which nothing but the status is known: they never came as far as a backend. */
final class StatusOutcome {

    private StatusOutcome() {}

    static Outcome of(int status) {
        return switch (status) {
            case 401, 403 -> Outcome.DENIED;
            case 413, 429 -> Outcome.LIMITED;
            case 501 -> Outcome.CLIENT_BAD;
            case 502, 504 -> Outcome.UP_ERROR;
            case 503 -> Outcome.SHED;
            default -> byClass(status);
        };
    }

    private static Outcome byClass(int status) {
        if (status < 400) {
            return Outcome.COMPLETE;
        }
        return status < 500 ? Outcome.CLIENT_BAD : Outcome.INTERNAL;
    }
}
