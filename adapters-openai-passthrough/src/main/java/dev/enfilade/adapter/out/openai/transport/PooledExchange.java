package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.ByteStream;

/** An answer on a pooled connection. */
final class PooledExchange implements Exchange {

    private final AnswerHead head;
    private final AnswerBody body;
    private final ByteStream plain;

    PooledExchange(AnswerHead head, AnswerBody body) {
        this.head = head;
        this.body = body;
        this.plain = head.compressed() ? new GzipBody(body) : body;
    }

    @Override
    public int status() {
        return head.status();
    }

    @Override
    public Headers headers() {
        return head.headers();
    }

    @Override
    public ByteStream body() {
        return plain;
    }

    @Override
    public SseReader events() {
        body.countEvents();
        return new SseReader(plain, body::sawEvent);
    }

    @Override
    public void close() {
        body.close();
    }
}
