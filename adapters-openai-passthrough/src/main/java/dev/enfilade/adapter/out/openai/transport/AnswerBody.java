package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.failure.Failure.Phase;
import dev.enfilade.domain.stream.ByteStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A body on its way in: each read goes straight into the reader's array, within the limit of its phase. */
final class AnswerBody implements ByteStream {

    /** Comments keep a stream alive, but not for ever. */
    private static final Duration LONGEST_WITHOUT_EVENT = Duration.ofMinutes(30);

    /** What may be left of an answer whose reader has heard enough: the end of an event and the last chunk. */
    private static final int SMALL_REST = 256;

    private final Call call;
    private final InputStream source;
    private final Optional<TimeValue> keepAlive;
    private final Turn turn;
    private long left;
    private boolean eventsOnly;
    private boolean begun;
    private long eventDeadline;
    private boolean ended;
    private @Nullable RuntimeException broken;

    /**
     * The body of a call whose head is in hand.
     *
     * @param length how many bytes there are; negative if that is not known
     * @param keepAlive for how long the connection can be used again afterwards, if at all
     */
    AnswerBody(Call call, InputStream source, long length, Optional<TimeValue> keepAlive) {
        this.call = call;
        this.source = source;
        this.left = length;
        this.keepAlive = keepAlive;
        this.turn = new Turn(call::now);
        this.eventDeadline = call.now() + call.timeouts().firstEvent().toNanos();
        if (length == 0) {
            end();
        }
    }

    /** From now on bytes are no sign of life in themselves: {@link #sawEvent} has to be told. */
    void countEvents() {
        eventsOnly = true;
    }

    void sawEvent() {
        begun = true;
        eventDeadline = call.now() + LONGEST_WITHOUT_EVENT.toNanos();
    }

    @Override
    public int read(byte[] buffer) {
        if (broken != null) {
            throw broken;
        }
        if (ended) {
            return -1;
        }
        begin();
        try {
            int count = turn.read(source, buffer);
            call.rest();
            return took(count);
        } catch (IOException | RuntimeException thrown) {
            call.discard();
            broken = call.explain(thrown);
            throw broken;
        }
    }

    /** Cancels, unless the body ends within a moment: then the connection is kept. */
    @Override
    public void close() {
        if (!call.takeOver()) {
            return;
        }
        if (endsNow()) {
            call.giveBack(keepAlive);
        } else {
            call.discard();
        }
    }

    private void begin() {
        Timeouts timeouts = call.timeouts();
        long idleDeadline = call.now() + timeouts.idle().toNanos();
        if (!begun) {
            call.begin(Phase.RESPONSE, timeouts.firstEvent(), eventDeadline);
        } else if (eventsOnly && eventDeadline < idleDeadline) {
            call.begin(Phase.IDLE, LONGEST_WITHOUT_EVENT, eventDeadline);
        } else {
            call.begin(Phase.IDLE, timeouts.idle(), idleDeadline);
        }
    }

    private int took(int count) {
        begun |= !eventsOnly;
        left -= count;
        if (count < 0 || left == 0 || call.bodyIsComplete()) {
            end();
        }
        return count;
    }

    private void end() {
        ended = true;
        if (call.end()) {
            call.giveBack(keepAlive);
        }
    }

    private boolean endsNow() {
        try {
            if (Thread.currentThread().isInterrupted() || !call.moreIsHere()) {
                return false;
            }
            call.limitReads(Timeout.ONE_MILLISECOND);
            boolean atEnd = source.readNBytes(SMALL_REST).length < SMALL_REST;
            call.limitReads(Timeout.DISABLED);
            return atEnd;
        } catch (IOException moreIsToCome) {
            return false;
        }
    }
}
