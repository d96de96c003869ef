package dev.enfilade.bootstrap.metrics;

import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.stream.Outcome;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The four meters of OpenTelemetry's conventions for generative models, for one model; named here and nowhere else.
 * Each exists from its first value on.
 */
final class GenAiMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Outcome, Timer> durations = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, DistributionSummary> tokens = new ConcurrentHashMap<>();

    GenAiMeters(MeterRegistry registry, GenAiLabels labels) {
        this.registry = registry;
        this.tags = labels.tags();
    }

    void ended(Outcome outcome, Duration took) {
        durations.computeIfAbsent(outcome, this::duration).record(took);
    }

    void streamed(Duration untilFirst, Duration took, Optional<Usage> usage) {
        timers.computeIfAbsent("gen_ai.server.time_to_first_token", this::firstToken)
                .record(untilFirst);
        long further = usage.map(Usage::completionTokens).orElse(0L) - 1;
        if (further > 0) {
            timers.computeIfAbsent("gen_ai.server.time_per_output_token", this::perToken)
                    .record(took.minus(untilFirst).dividedBy(further));
        }
    }

    void used(Usage usage) {
        tokens.computeIfAbsent("input", this::tokens).record((double) usage.promptTokens());
        tokens.computeIfAbsent("output", this::tokens).record((double) usage.completionTokens());
    }

    private Timer duration(Outcome outcome) {
        String description = "From asking a backend to the end of its answer.";
        return Named.timer("gen_ai.server.request.duration", description, Buckets.GEN_AI)
                .tags(tags)
                .tag("error.type", outcome == Outcome.COMPLETE ? "" : outcome.word())
                .register(registry);
    }

    private Timer firstToken(String name) {
        String description = "From asking the backend to the first piece of the client's stream.";
        return Named.timer(name, description, Buckets.GEN_AI).tags(tags).register(registry);
    }

    private Timer perToken(String name) {
        String description = "Between two tokens of a stream after the first one, where the backend counts tokens.";
        return Named.timer(name, description, Buckets.GEN_AI_TOKEN).tags(tags).register(registry);
    }

    private DistributionSummary tokens(String type) {
        return DistributionSummary.builder("gen_ai.client.token.usage")
                .description("Tokens of an exchange as the backend counted them.")
                .baseUnit("tokens")
                .serviceLevelObjectives(Buckets.TOKENS)
                .tags(tags)
                .tag("gen_ai.token.type", type)
                .register(registry);
    }
}
