package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes a comment to event streams that have been silent for a while, so that what stands between does not take them
 * for dead. One thread keeps the time of all streams; a comment is written by a thread of its own, since a client may
 * not take it.
 */
final class Heartbeat {

    /** What goes along with one stream, until it is closed. */
    @FunctionalInterface
    interface Beats extends AutoCloseable {

        @Override
        void close();
    }

    static final Heartbeat OFF = new Heartbeat(Optional.empty());

    private static final byte[] COMMENT = ": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Optional<Duration> interval;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("heartbeat").daemon().factory());

    Heartbeat(Optional<Duration> interval) {
        this.interval = interval;
        clock.setRemoveOnCancelPolicy(true);
        // The surface of a configuration that was replaced is not told so.
        clock.setKeepAliveTime(1, TimeUnit.MINUTES);
        clock.allowCoreThreadTimeOut(true);
    }

    Beats accompany(Downstream client) {
        return interval.<Beats>map(time -> new Watched(client, time.toNanos())).orElse(() -> {});
    }

    private final class Watched implements Beats {

        private final Downstream client;
        private final long interval;
        private Future<?> next;
        private boolean closed;

        Watched(Downstream client, long interval) {
            this.client = client;
            this.interval = interval;
            this.next = lookIn(interval);
        }

        @Override
        public void close() {
            synchronized (this) {
                closed = true;
                next.cancel(false);
            }
            client.seal();
        }

        private Future<?> lookIn(long nanos) {
            return clock.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }

        private synchronized void look() {
            if (closed) {
                return;
            }
            long silent = client.silence().toNanos();
            if (silent >= interval) {
                Thread.startVirtualThread(this::beat);
            }
            next = lookIn(silent >= interval ? interval : interval - silent);
        }

        private void beat() {
            try {
                client.interject(COMMENT);
            } catch (FailureException gone) {
                // The stream's own thread is told of it, too.
            }
        }
    }
}
