package dev.enfilade.application.policy;

/**
 * What stands between the use cases and the backends: decides whether, when, how often and by which way a call is made.
 *
 * <p>This is enough for streams as well: by the first-event law a call returns only when the first event is in hand, so
 * that nothing of a call that failed has reached a client, and the call may be made again.
 */
public interface CallPolicy {

    /**
     * Makes the call, or refuses it, or makes it several times and gives the last answer.
     *
     * <p>The call counts as under way until its answer is closed, if it is one to be closed. Waiting ends when the
     * thread is interrupted.
     *
     * @throws dev.enfilade.domain.failure.FailureException what the last attempt threw, or why there was none
     */
    <R> R call(Call<R> call);
}
