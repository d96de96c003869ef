package dev.enfilade.domain.stream;

/**
 * Bytes that are pulled from something that is still producing them; one consumer, and closing cancels the source at
 * once.
 */
public interface ByteStream extends AutoCloseable {

    /**
     * Waits for bytes and copies those that are there.
     *
     * @return how many bytes were copied, at least one, or -1 after the last byte of a complete body
     * @throws dev.enfilade.domain.failure.FailureException when the source breaks off before its declared end
     */
    int read(byte[] buffer);

    /**
     * How it ended, from a reader who understands what the bytes say: one that has its answer need not read on, and the
     * end of the bytes may not be the end of an answer. Of those who tell the first is right.
     */
    default void ended(Outcome outcome) {}

    @Override
    void close();
}
