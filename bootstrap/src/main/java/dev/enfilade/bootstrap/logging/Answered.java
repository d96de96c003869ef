package dev.enfilade.bootstrap.logging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of the body of an answer.
 *
 * @param stream whether it came in pieces, as lines or events
 * @param pieces writes to the client's connection
 * @param firstByte how long after the request began, if there ever was one
 */
public record Answered(int status, boolean stream, long bytes, long pieces, Optional<Duration> firstByte) {

    public Answered {
        requireNonNull(firstByte, "firstByte is null");
    }

    /** An answer without a body. */
    public static Answered empty(int status) {
        return new Answered(status, false, 0, 0, Optional.empty());
    }
}
