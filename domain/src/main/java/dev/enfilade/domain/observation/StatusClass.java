package dev.enfilade.domain.observation;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Flaw;

/** How a backend answered a call, in the classes of HTTP; the words are a public contract of metrics. */
public enum StatusClass {
    /** There was no answer, or none that could be read. */
    NONE("none"),
    SUCCESS("2xx"),
    REDIRECTION("3xx"),
    CLIENT_ERROR("4xx"),
    SERVER_ERROR("5xx");

    private final String word;

    StatusClass(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * The class of a status.
     *
     * @param status 200 to 599
     */
    public static StatusClass of(int status) {
        return values()[status / 100 - 1];
    }

    /** The class of an answer that became this failure. */
    public static StatusClass of(Failure failure) {
        return switch (failure) {
            case Failure.Refused refused -> of(refused.status());
            case Failure.Redirected redirected -> of(redirected.status());
            case Failure.RateLimited _, Failure.BackendDenied _, Failure.ModelNotFound _ -> CLIENT_ERROR;
            case Failure.Broken broken -> broken.flaw() == Flaw.WORDLESS ? SERVER_ERROR : NONE;
            case Failure.BrokenToolCall _ -> SUCCESS;
            case Failure.BackendUnavailable _,
                    Failure.TimedOut _,
                    Failure.Cancelled _,
                    Failure.Unsupported _,
                    Failure.InvalidRequest _,
                    Failure.BodyTooLarge _,
                    Failure.BodyTooSlow _,
                    Failure.Overloaded _,
                    Failure.ShuttingDown _ -> NONE;
        };
    }
}
