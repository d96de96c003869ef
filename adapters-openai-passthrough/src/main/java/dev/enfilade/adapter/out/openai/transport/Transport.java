package dev.enfilade.adapter.out.openai.transport;

/**
 * The way to one backend: sends a request and hands back the answer while it is still arriving.
 *
 * <p>Redirects are answers and not followed, nothing is decompressed, no cookie is kept, and a request is never sent
 * twice once a byte of an answer was seen.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends the request and returns when the head of the answer is in hand, whatever its status from 200 to 599, except
     * 304. Interrupting the calling virtual thread cancels at once, in every phase.
     *
     * @throws dev.enfilade.domain.failure.FailureException {@code BackendUnavailable}, {@code TimedOut}, {@code Broken}
     *     or {@code Cancelled}
     */
    Exchange send(Outgoing request);

    /** Cancels every exchange under way and closes every connection. */
    @Override
    void close();
}
