package dev.enfilade.application.policy;

import dev.enfilade.domain.failure.Failure;
import java.util.Optional;

/** Answers that are there as a whole when the call returns. */
public final class ValueShape<R> implements Shape<R> {

    @Override
    public Optional<Failure> failure(R answer) {
        return Optional.empty();
    }

    @Override
    public R afterwards(R answer, Runnable action) {
        action.run();
        return answer;
    }

    @Override
    public void discard(R answer) {}
}
