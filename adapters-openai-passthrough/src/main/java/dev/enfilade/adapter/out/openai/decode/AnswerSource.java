package dev.enfilade.adapter.out.openai.decode;

/** Where the events of one answer come from; it hands them to a consumer that it was made with. */
interface AnswerSource extends AutoCloseable {

    /**
     * Waits for the backend once and hands out what came of it, which may be nothing.
     *
     * @return whether more may follow: false if the end was handed out
     * @throws dev.enfilade.domain.failure.FailureException if the answer fails
     */
    boolean pull();

    @Override
    void close();
}
