package dev.enfilade.adapter.out.openai.transport;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long each phase of an exchange may take. The whole has no limit unless one is set: an answer may think and speak
 * for hours.
 *
 * @param connect to a connection
 * @param tls from there to the end of the handshake, if there is one
 * @param response from there to the end of the request, and from there to the end of the answer's head
 * @param firstEvent from the head to the first byte of the body, or to the first event if it is read as events
 * @param idle between two reads from there on
 * @param total for all of it
 */
public record Timeouts(
        Duration connect,
        Duration tls,
        Duration response,
        Duration firstEvent,
        Duration idle,
        Optional<Duration> total) {

    /** Prefill and thinking take minutes; connecting does not. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(20),
            Duration.ofMinutes(20),
            Duration.ofMinutes(5),
            Optional.empty());

    public Timeouts {
        requireNonNull(connect, "connect is null");
        requireNonNull(tls, "tls is null");
        requireNonNull(response, "response is null");
        requireNonNull(firstEvent, "firstEvent is null");
        requireNonNull(idle, "idle is null");
        requireNonNull(total, "total is null");
    }
}
