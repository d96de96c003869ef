package dev.enfilade.bootstrap.logging;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.stream.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request as logs and metrics tell it.
 *
 * @param ended when the last byte of the answer was gone
 * @param calls to backends, one after the other
 * @param times of the last of them
 */
public record AccessLine(
        Instant ended,
        Asked asked,
        Answered answered,
        Outcome outcome,
        List<CallEnd> calls,
        Optional<CallTimes> times,
        Duration took,
        Ids ids) {

    public AccessLine {
        requireNonNull(ended, "ended is null");
        requireNonNull(asked, "asked is null");
        requireNonNull(answered, "answered is null");
        requireNonNull(outcome, "outcome is null");
        calls = List.copyOf(calls);
        requireNonNull(times, "times is null");
        requireNonNull(took, "took is null");
        requireNonNull(ids, "ids is null");
    }

    /** The call that the answer came from. */
    public Optional<CallEnd> call() {
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast());
    }
}
