package dev.enfilade.bootstrap.logging;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.stream.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What becomes known of one request while it is handled; belongs to the thread that handles it. */
public final class AccessNote {

    private static final int ERRORS = 400;
    private static final long NEVER = Long.MIN_VALUE;

    private final Headers trail;
    private final LongSupplier nanoTime;
    private final List<CallEnd> calls = new ArrayList<>(1);
    private @Nullable Outcome ending;
    private @Nullable String route;
    private @Nullable String upstreamId;
    private long readAt;
    private long askedAt = NEVER;
    private long callBegan;
    private long callEnded;

    /**
     * Begins with nothing known.
     *
     * @param trail goes along with every request to a backend that is made for this one
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public AccessNote(Headers trail, LongSupplier nanoTime) {
        this.trail = trail;
        this.nanoTime = nanoTime;
        this.readAt = nanoTime.getAsLong();
    }

    public Headers trail() {
        return trail;
    }

    /** Notes which route answers the request; the first one is the one that was asked for. */
    public void routed(String pattern) {
        if (route == null) {
            route = pattern;
        }
    }

    public Optional<String> route() {
        return Optional.ofNullable(route);
    }

    /** The id that the last backend gave the request. */
    public Optional<String> upstreamId() {
        return Optional.ofNullable(upstreamId);
    }

    /** Notes the id that a backend gave the request. */
    public void answered(String id) {
        upstreamId = id;
    }

    /** The request's body is read to its end. */
    public void read() {
        readAt = nanoTime.getAsLong();
    }

    /** All is ready for a backend to be asked; only the first time counts. */
    public void ready() {
        if (askedAt == NEVER) {
            askedAt = nanoTime.getAsLong();
        }
    }

    /** A backend is asked. */
    public void calls() {
        callBegan = nanoTime.getAsLong();
    }

    /** Notes why the request ended other than it should have; the first reason is the true one. */
    public void endedIn(Outcome outcome) {
        if (ending == null) {
            ending = outcome;
        }
    }

    /**
     * In what the request ended: what went wrong, else how its call to the backend ended, else what the status says. An
     * answer that a surface let go of before its end, or gave in place of a refusal, is a good one.
     */
    public Outcome outcome(int status) {
        if (ending != null) {
            return ending;
        }
        boolean answered = calls.isEmpty() || (status < ERRORS && isHarmless(calls.getLast()));
        return answered ? StatusOutcome.of(status) : calls.getLast().outcome();
    }

    /**
     * The calls to backends. An answer that was let go of before its end was not wanted any further, which is the
     * client's doing only if the request ended badly.
     */
    public List<CallEnd> madeCalls() {
        return ending == null ? calls.stream().map(AccessNote::contented).toList() : List.copyOf(calls);
    }

    /**
     * Where the time went, if a backend was asked.
     *
     * @param firstByte when the first byte of the answer went out, in nanoseconds
     */
    public Optional<CallTimes> times(OptionalLong firstByte) {
        if (askedAt == NEVER || calls.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CallTimes(
                Duration.ofNanos(askedAt - readAt),
                Duration.ofNanos(callEnded - callBegan),
                firstByte.isPresent()
                        ? Optional.of(Duration.ofNanos(firstByte.getAsLong() - callBegan))
                        : Optional.empty(),
                Duration.ofNanos(nanoTime.getAsLong() - callEnded)));
    }

    void called(CallEnd end) {
        callEnded = nanoTime.getAsLong();
        calls.add(end);
    }

    /** A refusal of which nothing was read is one that the client did not get to see. */
    private static boolean isHarmless(CallEnd call) {
        return call.outcome() == Outcome.CLIENT_GONE || (call.outcome() == Outcome.UP_ERROR && call.pieces() == 0);
    }

    private static CallEnd contented(CallEnd end) {
        return end.outcome() == Outcome.CLIENT_GONE ? end.in(Outcome.COMPLETE) : end;
    }
}
