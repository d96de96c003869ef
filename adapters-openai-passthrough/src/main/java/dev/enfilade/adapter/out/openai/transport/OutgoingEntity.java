package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** Our body in Apache's terms; its framing is told by the request's headers. */
final class OutgoingEntity extends AbstractHttpEntity {

    private final OutgoingBody body;
    private final Runnable cut;

    /**
     * A body whose connection is cut by this if the body itself breaks off, before Apache can end it as if it were
     * whole.
     */
    OutgoingEntity(OutgoingBody body, Runnable cut) {
        super((String) null, null, body.length().isEmpty());
        this.body = body;
        this.cut = cut;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            body.writeTo(out);
        } catch (RuntimeException brokenOff) {
            cut.run();
            throw brokenOff;
        }
    }

    @Override
    public long getContentLength() {
        return body.length().orElse(-1);
    }

    @Override
    public boolean isRepeatable() {
        return body.repeatable();
    }

    @Override
    public boolean isStreaming() {
        return !body.repeatable();
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("written, never read");
    }

    @Override
    public void close() {}
}
