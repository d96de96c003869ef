package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.CallTimes;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.stream.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls to backends, and what we ourselves take of the time of a request. */
final class CallMeters {

    /** Relayed routes that ask a model, by OpenTelemetry's names for what they ask. */
    private static final Map<String, String> RELAYED = Map.of(
            "/v1/chat/completions", "chat",
            "/v1/responses", "chat",
            "/v1/completions", "text_completion",
            "/v1/embeddings", "embeddings");

    private record Attempt(String backend, Outcome outcome, StatusClass status) {}

    private final MeterRegistry registry;
    private final ModelLabels labels;
    private final Map<Attempt, Counter> attempts = new ConcurrentHashMap<>();
    private final Map<GenAiLabels, GenAiMeters> genAi = new ConcurrentHashMap<>();
    private final Timer asking;
    private final Timer answering;

    CallMeters(MeterRegistry registry, ModelLabels labels) {
        this.registry = registry;
        this.labels = labels;
        this.asking = translation(registry, "request");
        this.answering = translation(registry, "response");
    }

    private static Timer translation(MeterRegistry registry, String direction) {
        return Named.timer(
                        "enfilade.translation.duration",
                        "What we take: from a request's last byte until its backend is asked, and from the backend's last"
                                + " word to ours.",
                        Buckets.TRANSLATION)
                .tag("direction", direction)
                .register(registry);
    }

    void ended(AccessLine line) {
        for (CallEnd call : line.calls()) {
            attempts.computeIfAbsent(new Attempt(call.backend(), call.outcome(), call.status()), this::attempts)
                    .increment();
        }
        Optional<CallTimes> times = line.times();
        if (times.isPresent()) {
            asking.record(times.get().before());
            answering.record(times.get().after());
            line.call().ifPresent(call -> genAi(line, call, times.get()));
        }
    }

    private void genAi(AccessLine line, CallEnd call, CallTimes times) {
        Optional<String> operation = operation(line, call);
        if (operation.isEmpty()) {
            return;
        }
        GenAiMeters meters = genAi.computeIfAbsent(
                new GenAiLabels(operation.get(), call.backend(), labels.of(call.asked()), labels.of(call.model())),
                made -> new GenAiMeters(registry, made));
        meters.ended(call.outcome(), times.call());
        if (line.answered().stream() && times.firstByte().isPresent()) {
            meters.streamed(times.firstByte().get(), times.call(), call.usage());
        }
        Optional<Usage> usage = call.usage();
        usage.ifPresent(meters::used);
    }

    private static Optional<String> operation(AccessLine line, CallEnd call) {
        return switch (call.operation()) {
            case CHAT -> Optional.of("chat");
            case GENERATE -> Optional.of("text_completion");
            case EMBED -> Optional.of("embeddings");
            case RELAY -> Optional.ofNullable(RELAYED.get(line.asked().route()));
        };
    }

    private Counter attempts(Attempt attempt) {
        return Named.counter(
                        "enfilade.backend.requests", "Requests to backends, repeated ones included, by how they ended.")
                .tag("backend", attempt.backend())
                .tag("outcome", attempt.outcome().word())
                .tag("status", attempt.status().word())
                .register(registry);
    }
}
