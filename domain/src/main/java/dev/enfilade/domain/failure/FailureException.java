package dev.enfilade.domain.failure;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The one exception of the domain: a {@link Failure} on its way to the surface that will word it. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    /** Keeps the foreign cause for the log; the client never sees it. */
    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(requireNonNull(failure, "failure is null").text(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
