package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The answer to the client; it begins with its first byte, so that what fails before can still be worded as an error.
 *
 * <p>Its owner writes it; {@link #interject} and {@link #silence} may be called by others until it is {@link #seal
 * sealed}.
 */
final class Downstream {

    private final int status;
    private final Headers headers;
    private final HttpServletResponse client;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean begun;
    private volatile boolean sealed;
    private volatile long wroteAt = System.nanoTime();

    Downstream(int status, Headers headers, Context ctx) {
        this.status = status;
        this.headers = headers;
        this.client = ctx.res();
    }

    /** Sends status and headers off, if that is still to be done. */
    void head() {
        if (!begun) {
            takingTurn(() -> {
                begin();
                flush();
            });
        }
    }

    /** Writes the only bytes of the body. */
    void whole(byte[] bytes) {
        takingTurn(() -> {
            begin();
            client.setContentLength(bytes.length);
            send(bytes, bytes.length);
        });
    }

    /** Writes some bytes of the body and sends them off. */
    void write(byte[] bytes, int count) {
        takingTurn(() -> {
            begin();
            send(bytes, count);
        });
    }

    /** Writes these bytes between two writes of the owner; not before the first and not while one goes on. */
    void interject(byte[] bytes) {
        if (turn.tryLock()) {
            try {
                if (begun && !sealed) {
                    send(bytes, bytes.length);
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** How long nothing has been written. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - wroteAt);
    }

    /** From now on nobody interjects; what goes on is waited for, unless the thread is interrupted. */
    void seal() {
        sealed = true;
        try {
            turn.lockInterruptibly();
            turn.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takingTurn(Runnable action) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.Cancelled(), e);
        }
        try {
            action.run();
        } finally {
            wroteAt = System.nanoTime();
            turn.unlock();
        }
    }

    private void send(byte[] bytes, int count) {
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
            // The server has one in mind already.
            client.setContentType(null);
            headers.lines().forEach(this::add);
        }
    }

    /** The content type belongs to the answer, and is not one line of many. */
    private void add(Header line) {
        if (line.name().equalsIgnoreCase("Content-Type")) {
            client.setContentType(line.value());
        } else {
            client.addHeader(line.name(), line.value());
        }
    }
}
