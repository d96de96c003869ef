package dev.enfilade.application.policy;

import dev.enfilade.domain.failure.Failure;
import java.util.Optional;

/**
 * How to handle answers of one kind without knowing what they say.
 *
 * @param <R> the answer
 */
public interface Shape<R> {

    /** The failure that the answer tells of, if it is one that came as an answer and not as an exception. */
    Optional<Failure> failure(R answer);

    /** The same answer; the action runs once, when it is closed, or at once if it is not one to be closed. */
    R afterwards(R answer, Runnable action);

    /** Lets go of an answer that nobody gets. */
    void discard(R answer);
}
