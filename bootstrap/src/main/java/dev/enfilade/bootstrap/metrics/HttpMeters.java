package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.Answered;
import dev.enfilade.bootstrap.logging.Api;
import dev.enfilade.bootstrap.logging.Asked;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.stream.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of clients, whatever they asked for. */
final class HttpMeters {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int TOO_MANY_REQUESTS = 429;

    private record Kind(Api api, String route, String method, int status) {}

    private record Way(Api api, String route) {}

    /** Who refused a request because there were too many. */
    private enum Scope {
        CLIENT,
        SERVER,
        BACKEND
    }

    private final MeterRegistry registry;
    private final Map<Kind, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Way, Timer> durations = new ConcurrentHashMap<>();
    private final Counters<Outcome> errors;
    private final Counters<Scope> rateLimited;
    private final Counter authFailures;
    private final DistributionSummary requestSize;
    private final DistributionSummary responseSize;

    HttpMeters(MeterRegistry registry) {
        this.registry = registry;
        errors = new Counters<>(
                registry,
                Outcome.values(),
                Outcome::word,
                "kind",
                "enfilade.http.errors",
                "Requests that did not end well, by how they ended.");
        rateLimited = new Counters<>(
                registry,
                Scope.values(),
                Named::word,
                "scope",
                "enfilade.http.rate.limited",
                "Requests refused because there were too many, by whose limit it was.");
        authFailures = Named.counter(
                        "enfilade.http.auth.failures", "Requests refused for who sent them: key, Host or Origin.")
                .register(registry);
        requestSize =
                Named.bytes("enfilade.http.request.size", "Bodies of requests.").register(registry);
        responseSize =
                Named.bytes("enfilade.http.response.size", "Bodies of answers.").register(registry);
    }

    void ended(AccessLine line) {
        Asked asked = line.asked();
        Answered answered = line.answered();
        String method = METHODS.contains(asked.method()) ? asked.method() : "other";
        requests.computeIfAbsent(new Kind(asked.api(), asked.route(), method, answered.status()), this::requests)
                .increment();
        durations
                .computeIfAbsent(new Way(asked.api(), asked.route()), this::duration)
                .record(line.took());
        requestSize.record((double) asked.bytes());
        responseSize.record((double) answered.bytes());
        if (line.outcome() != Outcome.COMPLETE) {
            errors.of(line.outcome()).increment();
            limit(line).ifPresent(scope -> rateLimited.of(scope).increment());
        }
        if (line.outcome() == Outcome.DENIED) {
            authFailures.increment();
        }
    }

    private static Optional<Scope> limit(AccessLine line) {
        if (line.outcome() == Outcome.SHED) {
            return Optional.of(Scope.SERVER);
        }
        if (line.answered().status() != TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        Optional<CallEnd> call = line.call();
        return Optional.of(call.isPresent() ? Scope.BACKEND : Scope.CLIENT);
    }

    private Counter requests(Kind kind) {
        return Named.counter("enfilade.http.requests", "Requests that were answered, or broken off.")
                .tag("api", kind.api().word())
                .tag("route", kind.route())
                .tag("method", kind.method())
                .tag("status", Integer.toString(kind.status()))
                .register(registry);
    }

    private Timer duration(Way way) {
        return Named.timer(
                        "enfilade.http.request.duration",
                        "From a request's head to the last byte of its answer.",
                        Buckets.REQUEST)
                .tag("api", way.api().word())
                .tag("route", way.route())
                .register(registry);
    }
}
