package dev.enfilade.adapter.out.openai.transport;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long each phase of an exchange may take. There is no limit on the whole: an answer may think and speak for hours.
 *
 * @param connect to a connection that is ready, handshake included
 * @param response from there to the end of the request, and from there to the end of the answer's head
 * @param firstEvent from the head to the first byte of the body, or to the first event if it is read as events
 * @param idle between two reads from there on
 */
public record Timeouts(Duration connect, Duration response, Duration firstEvent, Duration idle) {

    /** Prefill and thinking take minutes; connecting does not. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(20), Duration.ofMinutes(20), Duration.ofMinutes(5));

    public Timeouts {
        requireNonNull(connect, "connect is null");
        requireNonNull(response, "response is null");
        requireNonNull(firstEvent, "firstEvent is null");
        requireNonNull(idle, "idle is null");
    }
}
