package dev.enfilade.adapter.in.ollama.http;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a stream of JSON lines; the answer is opened by the first one, so until then a failure still has its own
 * status.
 */
public final class NdjsonWriter {

    private static final String TYPE = "application/x-ndjson";

    private final Context ctx;

    public NdjsonWriter(Context ctx) {
        this.ctx = ctx;
    }

    /**
     * Sends one line at once, in one write: clients parse what arrives together, and some do it before the next
     * arrives.
     *
     * @throws FailureException {@link Failure.Cancelled} if the client is gone
     */
    public void write(JsonOut line) {
        try {
            if (!ctx.res().isCommitted()) {
                ctx.status(200).contentType(TYPE);
            }
            // Not the stream of Javalin's context: flushing that one stops short of the client.
            OutputStream stream = ctx.res().getOutputStream();
            line.newLine().writeTo(stream);
            stream.flush();
        } catch (IOException clientGone) {
            throw new FailureException(new Failure.Cancelled(), clientGone);
        }
    }
}
