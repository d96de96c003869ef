package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.ByteStream;

/** One answer whose head is in hand and whose body may still be arriving; its body is read once, by one thread. */
public interface Exchange extends AutoCloseable {

    int status();

    /** The header lines as the backend sent them. */
    Headers headers();

    /**
     * The body as bytes; every byte is a sign of life. Closing it closes the exchange.
     *
     * @throws dev.enfilade.domain.failure.FailureException from its {@code read}: {@code Broken}, {@code TimedOut} or
     *     {@code Cancelled}, after the bytes that came before
     */
    ByteStream body();

    /**
     * The body as server-sent events; until the first event only an event is a sign of life, afterwards for half an
     * hour also a comment. Closing it closes the exchange.
     */
    SseReader events();

    /**
     * Cancels, unless the body was read to its end: closes the connection at once, without reading what is left.
     * Idempotent, from any thread.
     */
    @Override
    void close();
}
