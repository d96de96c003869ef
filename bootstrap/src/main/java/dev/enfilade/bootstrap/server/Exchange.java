package dev.enfilade.bootstrap.server;

import dev.enfilade.adapter.in.openai.OpenAiSurface;
import dev.enfilade.bootstrap.logging.AccessNote;
import dev.enfilade.bootstrap.logging.Answered;
import dev.enfilade.bootstrap.logging.RequestObserver;
import dev.enfilade.bootstrap.trace.CurrentSpan;
import dev.enfilade.bootstrap.trace.SpanRef;
import dev.enfilade.bootstrap.trace.TraceContext;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** One request and its answer, from the head of the one to the last byte of the other. */
final class Exchange {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final String id;
    private final WatchedEndPoint client;
    private final HandlerThread handler = new HandlerThread();
    private final TraceContext trace;
    private final AccessNote note;
    private final long began = System.nanoTime();
    private Optional<Failure> refusal = Optional.empty();
    private Optional<RequestBody> body = Optional.empty();
    private Optional<AnswerTraffic> traffic = Optional.empty();
    private Optional<SpanRef> span;
    private long received;

    private Exchange(String id, WatchedEndPoint client, TraceContext trace) {
        this.id = id;
        this.client = client;
        this.trace = trace;
        this.span = trace.parent();
        List<Header> trail = new ArrayList<>(trace.lines().lines());
        trail.add(new Header(RequestIds.HEADER, id));
        this.note = new AccessNote(new Headers(trail), System::nanoTime);
    }

    /** Begins the exchange on the thread that will handle it. */
    static Exchange begin(Request request) {
        WatchedEndPoint client = (WatchedEndPoint)
                request.getConnectionMetaData().getConnection().getEndPoint();
        HttpFields headers = request.getHeaders();
        TraceContext told = TraceContext.of(headers::getValuesList);
        TraceContext trace = CurrentSpan.isPossible()
                ? CurrentSpan.find().map(told::continuedBy).orElse(told)
                : told;
        Exchange exchange = new Exchange(RequestIds.of(headers.get(RequestIds.HEADER)), client, trace);
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

    /** The body that comes with the request. */
    void brings(RequestBody itsBody) {
        body = Optional.of(itsBody);
    }

    private void leaveBody() {
        body.ifPresent(RequestBody::leave);
    }

    String id() {
        return id;
    }

    AccessNote note() {
        return note;
    }

    TraceContext trace() {
        return trace;
    }

    /** The answer, to be counted on its way out. */
    Response counted(Request request, Response response, RequestObserver observer) {
        AnswerTraffic counted = new AnswerTraffic(request, response, observer, began, this::leaveBody);
        traffic = Optional.of(counted);
        return counted;
    }

    /** More of the request's body has come. */
    void received(int bytes) {
        received += bytes;
    }

    long received() {
        return received;
    }

    /** @param status of an answer that was never begun */
    Answered answered(int status) {
        return traffic.map(AnswerTraffic::answered).orElseGet(() -> Answered.empty(status));
    }

    OptionalLong firstByteAt() {
        return traffic.map(AnswerTraffic::firstByteAt).orElseGet(OptionalLong::empty);
    }

    Optional<SpanRef> span() {
        return span;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Lets the agent's span, if there is one, know what only we know; called where that span still goes on. */
    void tellSpan(int status) {
        if (!CurrentSpan.isPossible()) {
            return;
        }
        span = CurrentSpan.find().or(() -> span);
        Optional<String> model = note.madeCalls().stream().map(CallEnd::asked).findFirst();
        CurrentSpan.tell(model, note.outcome(status).word());
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
}
