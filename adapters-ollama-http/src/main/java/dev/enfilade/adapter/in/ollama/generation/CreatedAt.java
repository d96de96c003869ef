package dev.enfilade.adapter.in.ollama.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.in.ollama.json.GoTime;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The {@code created_at} of lines; made anew once per millisecond at most, since making the text is the dearest part of
 * a short line.
 */
final class CreatedAt {

    private final InstantSource clock;
    private volatile Stamp last;

    CreatedAt(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
        this.last = Stamp.of(clock.instant());
    }

    /** The present, in the form of {@link GoTime}. */
    String now() {
        Instant now = clock.instant();
        Stamp stamp = last;
        if (stamp.millis() != now.toEpochMilli()) {
            stamp = Stamp.of(now);
            last = stamp;
        }
        return stamp.text();
    }

    private record Stamp(long millis, String text) {

        static Stamp of(Instant time) {
            return new Stamp(time.toEpochMilli(), GoTime.text(time));
        }
    }
}
