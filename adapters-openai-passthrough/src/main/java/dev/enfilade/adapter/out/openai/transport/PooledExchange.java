package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.ByteStream;

/** An answer on a pooled connection. */
final class PooledExchange implements Exchange {

    private final AnswerHead head;
    private final AnswerBody body;

    PooledExchange(AnswerHead head, AnswerBody body) {
        this.head = head;
        this.body = body;
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
        return body;
    }

    @Override
    public SseReader events() {
        body.countEvents();
        return new SseReader(body, body::sawEvent);
    }

    @Override
    public void close() {
        body.close();
    }
}
