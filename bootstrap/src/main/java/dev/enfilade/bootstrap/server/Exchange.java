package dev.enfilade.bootstrap.server;

import dev.enfilade.adapter.in.openai.OpenAiSurface;
import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.AccessNote;
import dev.enfilade.domain.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** One request and its answer, from the head of the one to the last byte of the other. */
final class Exchange {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final String id;
    private final WatchedEndPoint client;
    private final HandlerThread handler = new HandlerThread();
    private final AccessNote note = new AccessNote();
    private final long began = System.nanoTime();
    private Optional<Failure> refusal = Optional.empty();

    private Exchange(String id, WatchedEndPoint client) {
        this.id = id;
        this.client = client;
    }

    /** Begins the exchange on the thread that will handle it. */
    static Exchange begin(Request request) {
        WatchedEndPoint client = (WatchedEndPoint)
                request.getConnectionMetaData().getConnection().getEndPoint();
        Exchange exchange = new Exchange(RequestIds.of(request.getHeaders().get(RequestIds.HEADER)), client);
        request.setAttribute(ATTRIBUTE, exchange);
        request.setAttribute(RequestIds.ATTRIBUTE, exchange.id);
        request.setAttribute(OpenAiSurface.ABORT, (Runnable) client::breakOff);
        client.requestBegins(exchange.handler);
        return exchange;
    }

    /** The exchange of a request; none if its head was never understood. */
    static Optional<Exchange> of(Request request) {
        return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
    }

    /** The exchange of a request that came through the gate. */
    static Exchange of(HttpServletRequest request) {
        return (Exchange) request.getAttribute(ATTRIBUTE);
    }

    /** Decides that the request is not to be handled; its surface will say so. */
    void refuse(Failure why) {
        refusal = Optional.of(why);
    }

    Optional<Failure> refusal() {
        return refusal;
    }

    String id() {
        return id;
    }

    AccessNote note() {
        return note;
    }

    HandlerThread handler() {
        return handler;
    }

    /** How the request began on the wire. */
    FirstLine firstLine() {
        return client.firstLine();
    }

    /** The body is read: from now on, the client's leaving ends the handler. */
    void watchClient() {
        client.watchClient(handler);
    }

    /** How long the client may be silent while it is read from, or take nothing while it is written to. */
    void patience(Duration longest) {
        client.setIdleTimeout(longest.toMillis());
    }

    /** Whether the client has sent its last byte. */
    boolean hasInputEnded() {
        return client.isInputShutdown();
    }

    /** Breaks off, so that the client cannot take what it has for an answer. */
    void abort() {
        client.breakOff();
    }

    /** The handler's thread turns to other things; bytes of the answer may still be on their way. */
    void handled() {
        client.requestEnds();
        handler.finish();
    }

    AccessLine line(Request request, Response response) {
        return AccessLines.of(request, response, note, Duration.ofNanos(System.nanoTime() - began), id);
    }
}
