package dev.enfilade.bootstrap.logging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the time of a request that asked a backend went.
 *
 * @param before from the last byte of its body until a backend was to be asked
 * @param call from the last asking until its answer had come
 * @param firstByte from the last asking until the client got the first byte of its answer
 * @param after from the end of the backend's answer to the end of ours
 */
public record CallTimes(Duration before, Duration call, Optional<Duration> firstByte, Duration after) {

    public CallTimes {
        requireNonNull(before, "before is null");
        requireNonNull(call, "call is null");
        requireNonNull(firstByte, "firstByte is null");
        requireNonNull(after, "after is null");
    }
}
