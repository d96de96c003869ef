package dev.enfilade.bootstrap.policy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Way;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How an attempt went.
 *
 * @param failure empty if it went well
 * @param result gives the answer, which may tell of the failure, or throws it
 * @param release lets go of an answer
 */
record Tried<R>(Way<R> way, Optional<Failure> failure, Verdict verdict, Supplier<R> result, Runnable release) {

    static <R> Tried<R> of(Call<R> call, CallPolicy policy) {
        try {
            R answer = policy.call(call);
            Optional<Failure> failure = call.shape().failure(answer);
            Verdict verdict = failure.map(Verdict::of).orElse(Verdict.ANSWERED);
            return new Tried<>(
                    call.first(),
                    failure,
                    verdict,
                    () -> answer,
                    () -> call.shape().discard(answer));
        } catch (FailureException thrown) {
            return failed(call.first(), thrown);
        }
    }

    static <R> Tried<R> failed(Way<R> way, FailureException thrown) {
        Supplier<R> result = () -> {
            throw thrown;
        };
        return new Tried<>(way, Optional.of(thrown.failure()), Verdict.of(thrown), result, () -> {});
    }

    /** Whether this is what the client gets, so that nothing else is tried. */
    boolean settles(Call<R> call) {
        return !verdict.mayGoOn(call.repeat());
    }

    R get() {
        return result.get();
    }

    void drop() {
        release.run();
    }

    String word() {
        return failure.map(Outcome::of).orElse(Outcome.COMPLETE).word();
    }

    /** When the backend wants to be asked again, if it said so. */
    Optional<Duration> retryAfter() {
        return failure.flatMap(Tried::retryAfter);
    }

    private static Optional<Duration> retryAfter(Failure failure) {
        if (failure instanceof Failure.Refused refused) {
            return refused.retryAfter();
        }
        return failure instanceof Failure.RateLimited limited ? limited.retryAfter() : Optional.empty();
    }
}
