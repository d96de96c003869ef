package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.Answered;
import dev.enfilade.bootstrap.logging.RequestObserver;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** An answer on its way out, counted piece by piece; what one write brings to the connection is a piece. */
final class AnswerTraffic extends Response.Wrapper {

    private static final Set<String> STREAMS = Set.of("application/x-ndjson", "text/event-stream");
    private static final long NEVER = Long.MIN_VALUE;

    /**
     * How long pieces may follow each other before other threads have their turn. Virtual threads leave a core only
     * when they wait, and an answer whose backend and client are both fast never does.
     */
    private static final long LONGEST_TURN_NANOS = 2_000_000;

    /** Between two pieces there was a wait. */
    private static final long PAUSE_NANOS = 500_000;

    private final RequestObserver observer;
    private final long began;
    private final Runnable beforeFirst;
    private boolean begun;
    private boolean stream;
    private long bytes;
    private long pieces;
    private long firstAt = NEVER;
    private long lastAt;
    private long turnBegan;

    /**
     * Nothing of the answer is sent yet.
     *
     * @param began when the request did, in the nanoseconds of {@link System#nanoTime}
     * @param beforeFirst run when the answer is about to begin
     */
    AnswerTraffic(Request request, Response response, RequestObserver observer, long began, Runnable beforeFirst) {
        super(request, response);
        this.observer = observer;
        this.began = began;
        this.turnBegan = began;
        this.beforeFirst = beforeFirst;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (!begun) {
            begun = true;
            beforeFirst.run();
        }
        int count = content == null ? 0 : content.remaining();
        if (count > 0) {
            count(count);
        }
        super.write(last, content, callback);
        if (System.nanoTime() - turnBegan > LONGEST_TURN_NANOS) {
            // No yield: a core would look first into the queue that it has just used, and might find this thread again.
            LockSupport.parkNanos(1);
            turnBegan = System.nanoTime();
        }
    }

    private void count(int count) {
        long now = System.nanoTime();
        if (firstAt == NEVER) {
            firstAt = now;
            stream = isStream();
            if (stream) {
                observer.streamBegan(Duration.ofNanos(now - began));
            }
        } else if (stream) {
            observer.pieceSent(now - lastAt);
        }
        if (now - lastAt > PAUSE_NANOS) {
            turnBegan = now;
        }
        lastAt = now;
        bytes += count;
        pieces++;
    }

    private boolean isStream() {
        @Nullable String type = getHeaders().get(HttpHeader.CONTENT_TYPE);
        int end = type == null ? -1 : type.indexOf(';');
        return type != null && STREAMS.contains(end < 0 ? type : type.substring(0, end));
    }

    /** When the first byte of the body went out, in the nanoseconds of {@link System#nanoTime}. */
    OptionalLong firstByteAt() {
        return firstAt == NEVER ? OptionalLong.empty() : OptionalLong.of(firstAt);
    }

    Answered answered() {
        Optional<Duration> firstByte =
                firstAt == NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(firstAt - began));
        return new Answered(getStatus(), stream, bytes, pieces, firstByte);
    }
}
