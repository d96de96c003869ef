package dev.enfilade.bootstrap.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the server takes its leave.
 *
 * @param delay how long it still serves everybody after it stopped being ready, so that balancers notice
 * @param timeout how long what is running may go on after that
 */
public record DrainTimes(Duration delay, Duration timeout) {

    public static final DrainTimes DEFAULT = new DrainTimes(Duration.ofSeconds(2), Duration.ofSeconds(25));

    public DrainTimes {
        requireNonNull(delay, "delay is null");
        requireNonNull(timeout, "timeout is null");
    }
}
