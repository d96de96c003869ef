package dev.enfilade.bootstrap.server;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where the server listens, whom it answers, and what it bears.
 *
 * @param port 0 for any free one
 * @param hosts how the Host header is judged; empty where clients show keys, which a page in a browser cannot
 */
public record ServerSettings(
        String host, int port, OriginRule origins, Optional<HostRule> hosts, ServerLimits limits, DrainTimes drain) {

    public ServerSettings {
        requireNonNull(host, "host is null");
        requireNonNull(origins, "origins is null");
        requireNonNull(hosts, "hosts is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(drain, "drain is null");
    }
}
