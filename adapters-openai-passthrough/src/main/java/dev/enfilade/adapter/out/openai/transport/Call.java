package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.adapter.out.openai.transport.CallState.Closing;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Cancelled;
import dev.enfilade.domain.failure.Failure.Phase;
import dev.enfilade.domain.failure.FailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: a leased connection that carries one request and is given back, or cut, once.
 *
 * <p>It has one owner, the thread that sends and reads. Other threads may end it, and then only cut the connection:
 * while the owner is in a phase, the lease is the owner's to return.
 */
final class Call {

    /** Nobody below reads or writes one. */
    static final HttpCoreContext NO_CONTEXT = HttpCoreContext.create();

    private final Calls calls;
    private final HttpClientConnectionManager pool;
    private final ConnectionEndpoint endpoint;
    private final Timeouts timeouts;
    private final CallState state = new CallState();
    private final boolean reused;
    private final long start;
    private @Nullable BackendConnection connection;

    Call(Calls calls, HttpClientConnectionManager pool, ConnectionEndpoint endpoint, Timeouts timeouts) {
        this.calls = calls;
        this.pool = pool;
        this.endpoint = endpoint;
        this.timeouts = timeouts;
        this.reused = endpoint.isConnected();
        this.start = calls.now();
    }

    /** Connects, unless the connection is an old one, sends, and waits for the head of the final answer. */
    ClassicHttpResponse send(ClassicHttpRequest request) throws IOException, HttpException {
        if (!calls.add(this)) {
            cancel();
        }
        begin(Phase.CONNECT, timeouts.connect());
        pool.connect(endpoint, Timeout.DISABLED, Handshakes.told(this::shakesHands));
        rest();
        return endpoint.execute("", request, this::converse, NO_CONTEXT);
    }

    /** There is a connection; what follows has a limit of its own. */
    private void shakesHands() {
        rest();
        begin(Phase.CONNECT, timeouts.tls());
    }

    private ClassicHttpResponse converse(ClassicHttpRequest request, HttpClientConnection leased, HttpContext context)
            throws IOException, HttpException {
        BackendConnection wire = (BackendConnection) leased;
        connection = wire;
        begin(Phase.RESPONSE, timeouts.response());
        wire.send(request);
        rest();
        begin(Phase.RESPONSE, timeouts.response());
        ClassicHttpResponse response = wire.receiveFinalHead();
        rest();
        if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
            wire.receiveResponseEntity(response);
        }
        return response;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    long now() {
        return calls.now();
    }

    void begin(Phase phase, Duration limit) {
        begin(phase, limit, now() + limit.toNanos());
    }

    /** The owner is about to wait until then. */
    void begin(Phase phase, Duration limit, long deadline) {
        if (Thread.currentThread().isInterrupted()) {
            cancel();
        }
        long end = timeouts.total().map(total -> start + total.toNanos()).orElse(Long.MAX_VALUE);
        boolean begun = end < deadline
                ? state.begin(Phase.TOTAL, timeouts.total().orElse(limit), end)
                : state.begin(phase, limit, deadline);
        if (!begun) {
            throw new FailureException(state.verdict().orElseGet(Cancelled::new));
        }
    }

    /** The owner has what it waited for. */
    void rest() {
        if (!state.rest()) {
            throw new FailureException(state.verdict().orElseGet(Cancelled::new));
        }
    }

    void expireAt(long now) {
        if (state.expire(now)) {
            cut();
        }
    }

    /** Cancels, from any thread. */
    void cancel() {
        if (takeOver()) {
            discard();
        }
    }

    /**
     * Ends the call, from any thread; true if the connection is the caller's now, otherwise its owner wakes up and
     * cleans up.
     */
    boolean takeOver() {
        Closing found = state.close();
        if (found == Closing.IN_A_PHASE) {
            cut();
        }
        return found == Closing.AT_REST;
    }

    /** The owner ends the call; false if somebody else already did. */
    boolean end() {
        return state.end();
    }

    /**
     * Returns the lease of a connection that can carry another request for so long, if at all; for whoever ended the
     * call.
     */
    void giveBack(Optional<TimeValue> keepAlive) {
        calls.remove(this);
        pool.release(endpoint, null, keepAlive.orElse(null));
    }

    /** Returns the lease without the connection; for the owner in a phase, and for whoever ended the call. */
    void discard() {
        cut();
        giveBack(Optional.empty());
    }

    /** Whether the last chunk has come in, though its end may not have been read yet. */
    boolean bodyIsComplete() {
        return connection != null && connection.bodyIsComplete();
    }

    /** Whether the rest of an answer that nobody reads any more can be had without a wait worth the name. */
    boolean moreIsHere() throws IOException {
        return connection != null && connection.available() > 0;
    }

    void limitReads(Timeout timeout) {
        endpoint.setSocketTimeout(timeout);
    }

    /**
     * Whether a connection from the pool turned out to be dead: no byte of an answer came, and the end is not of our
     * making.
     */
    boolean diedInThePool(Exception thrown) {
        return reused && thrown instanceof IOException && !answered() && !endedHere();
    }

    /** What a broken attempt means; reasons on our side go first. */
    RuntimeException explain(Exception thrown) {
        Optional<Failure> verdict = state.verdict();
        if (verdict.isPresent()) {
            return new FailureException(verdict.get(), thrown);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new FailureException(new Cancelled(), thrown);
        }
        if (thrown instanceof RuntimeException ownOrBug) {
            return ownOrBug;
        }
        return new FailureException(failure(thrown), thrown);
    }

    private Failure failure(Exception thrown) {
        if (connection == null) {
            return BackendFailures.unreachable(thrown);
        }
        return answered() ? BackendFailures.broken(thrown) : BackendFailures.unanswered(thrown);
    }

    private boolean answered() {
        return connection != null && connection.answered();
    }

    private boolean endedHere() {
        return state.verdict().isPresent() || Thread.currentThread().isInterrupted();
    }

    void cut() {
        endpoint.close(CloseMode.IMMEDIATE);
    }
}
