package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The answer to the client; it begins with its first byte, so that what fails before can still be worded as an error.
 */
final class Downstream {

    private final int status;
    private final Headers headers;
    private final HttpServletResponse client;
    private boolean begun;

    Downstream(int status, Headers headers, Context ctx) {
        this.status = status;
        this.headers = headers;
        this.client = ctx.res();
    }

    /** Sends status and headers off, if that is still to be done. */
    void head() {
        if (!begun) {
            begin();
            flush();
        }
    }

    /** Writes the only bytes of the body. */
    void whole(byte[] bytes) {
        begin();
        client.setContentLength(bytes.length);
        write(bytes, bytes.length);
    }

    /** Writes some bytes of the body and sends them off. */
    void write(byte[] bytes, int count) {
        begin();
        try {
            client.getOutputStream().write(bytes, 0, count);
        } catch (IOException e) {
            throw new FailureException(new Failure.Cancelled(), e);
        }
        flush();
    }

    private void flush() {
        try {
            client.flushBuffer();
        } catch (IOException e) {
            throw new FailureException(new Failure.Cancelled(), e);
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            client.setStatus(status);
            headers.lines().forEach(this::add);
        }
    }

    /** The server has a content type in mind already; the backend's takes its place. */
    private void add(Header line) {
        if (line.name().equalsIgnoreCase("Content-Type")) {
            client.setContentType(line.value());
        } else {
            client.addHeader(line.name(), line.value());
        }
    }
}
