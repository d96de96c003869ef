package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.logging.LogFormat;
import dev.enfilade.bootstrap.logging.LogLevel;
import dev.enfilade.bootstrap.policy.CircuitSettings;
import dev.enfilade.bootstrap.policy.PolicySettings;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a deployment has set, checked.
 *
 * @param version what clients are told
 * @param backends at least one; the first is asked where nothing else decides
 * @param keepAlive how long a model counts as loaded
 * @param heartbeat after how long a silence event streams below {@code /v1} get a comment, never if absent
 * @param management where metrics and health are served instead of among all else
 * @param fallbacks which models step in for which, the best one first
 */
public record Settings(
        ListenAddress listen,
        String version,
        List<BackendConfig> backends,
        List<ModelRule> models,
        Catalog catalog,
        KeepAlive keepAlive,
        Access access,
        Optional<Duration> heartbeat,
        Map<ModelName, List<ModelName>> fallbacks,
        PolicySettings policies,
        CircuitSettings breaker,
        Limits limits,
        Drain drain,
        LogLevel logging,
        Optional<ListenAddress> management,
        LogFormat logFormat) {

    /** The name of the backend that comes from variables or flags alone. */
    public static final String ONLY_BACKEND = "main";

    public Settings {
        requireNonNull(listen, "listen is null");
        requireNonNull(version, "version is null");
        backends = List.copyOf(backends);
        models = List.copyOf(models);
        requireNonNull(catalog, "catalog is null");
        requireNonNull(keepAlive, "keepAlive is null");
        requireNonNull(access, "access is null");
        requireNonNull(heartbeat, "heartbeat is null");
        fallbacks = Map.copyOf(fallbacks);
        requireNonNull(policies, "policies is null");
        requireNonNull(breaker, "breaker is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(drain, "drain is null");
        requireNonNull(logging, "logging is null");
        requireNonNull(management, "management is null");
        requireNonNull(logFormat, "logFormat is null");
    }

    /**
     * How names are looked up and what is assumed of unknown models.
     *
     * @param context in tokens
     * @param freshFor how long a backend's list is good
     * @param allow patterns of names that may be asked for
     * @param deny patterns of names that may not, also where they are allowed
     */
    public record Catalog(
            boolean strict,
            List<Capability> capabilities,
            int context,
            Duration freshFor,
            List<String> allow,
            List<String> deny) {
        public Catalog {
            capabilities = List.copyOf(capabilities);
            allow = List.copyOf(allow);
            deny = List.copyOf(deny);
            requireNonNull(freshFor, "freshFor is null");
        }
    }

    /**
     * Who may ask.
     *
     * @param open whether other machines may connect although clients need no key
     * @param hosts names in the Host header beyond the built-in ones
     * @param origins of web pages, beyond the built-in ones
     */
    public record Access(boolean open, List<String> hosts, List<String> origins) {
        public Access {
            hosts = List.copyOf(hosts);
            origins = List.copyOf(origins);
        }
    }

    /**
     * How much of a request is taken on.
     *
     * @param body in bytes
     * @param upload in bytes
     */
    public record Limits(long body, long upload) {}

    /** How the end is spaced out: new requests are taken for the delay, running ones may go on for the timeout. */
    public record Drain(Duration delay, Duration timeout) {
        public Drain {
            requireNonNull(delay, "delay is null");
            requireNonNull(timeout, "timeout is null");
        }
    }
}
