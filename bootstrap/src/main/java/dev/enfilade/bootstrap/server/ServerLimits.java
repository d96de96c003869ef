package dev.enfilade.bootstrap.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one client may cost, and all of them together.
 *
 * @param body most bytes of a request that is held in memory
 * @param bodies most bytes of all requests that are held in memory at once; those of translated ones count twice
 * @param upload most bytes of a request that only passes through
 * @param head most bytes of a request's first line and headers
 * @param headDeadline from the first byte of a request to the end of its headers
 * @param bodyIdle longest silence within a request's body
 * @param keepAlive how long a connection may rest between requests; longer than clients keep it, so that they close
 *     first
 * @param writeStall how long a client may take nothing of its answer
 */
public record ServerLimits(
        long body,
        long bodies,
        long upload,
        int head,
        Duration headDeadline,
        Duration bodyIdle,
        Duration keepAlive,
        Duration writeStall) {

    /** Room for images in base64, time for people's networks, and no more. */
    public static final ServerLimits DEFAULT = new ServerLimits(
            32L << 20,
            Runtime.getRuntime().maxMemory() / 4,
            512L << 20,
            16 << 10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60));

    public ServerLimits {
        requireNonNull(headDeadline, "headDeadline is null");
        requireNonNull(bodyIdle, "bodyIdle is null");
        requireNonNull(keepAlive, "keepAlive is null");
        requireNonNull(writeStall, "writeStall is null");
    }
}
