package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.application.port.in.ListRunningUseCase;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.RunningModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Remembers which models were used and until when they count as loaded; bounded by the number of known names. */
public final class RunningModels implements HoldModelUseCase, ListRunningUseCase {

    /** What Ollama 0.33 shows for a model that stays for ever: about 292 years from now. */
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private static final int MOST = 1_000;

    private final DescribeModelUseCase directory;
    private final KeepAlive usual;
    private final InstantSource clock;
    private final Map<String, RunningModel> held;

    /** @param usual what {@link KeepAlive.Default} stands for */
    public RunningModels(DescribeModelUseCase directory, KeepAlive usual, InstantSource clock) {
        this(directory, usual, clock, new ConcurrentHashMap<>());
    }

    private RunningModels(
            DescribeModelUseCase directory, KeepAlive usual, InstantSource clock, Map<String, RunningModel> held) {
        this.held = held;
        this.directory = directory;
        this.usual = requireNonNull(usual, "usual is null");
        this.clock = clock;
    }

    /**
     * The same models, and those that come, under other settings.
     *
     * @param stays false for a model that does not count as loaded any more
     */
    public RunningModels successor(
            DescribeModelUseCase otherDirectory, KeepAlive otherUsual, Predicate<ModelName> stays) {
        held.values().removeIf(model -> !stays.test(model.card().name()));
        return new RunningModels(otherDirectory, otherUsual, clock, held);
    }

    @Override
    public void hold(ModelName name, KeepAlive keepAlive) {
        ModelCard card = directory.describe(name);
        String key = card.name().key();
        switch (keepAlive instanceof KeepAlive.Default ? usual : keepAlive) {
            case KeepAlive.None _ -> held.remove(key);
            case KeepAlive.For span -> keep(key, card, clock.instant().plus(span.duration()));
            case KeepAlive.Forever _ -> keep(key, card, clock.instant().plus(FOREVER));
            case KeepAlive.Default _ -> keep(key, card, clock.instant().plus(Duration.ofMinutes(5)));
        }
    }

    @Override
    public List<RunningModel> running() {
        drop();
        return held.values().stream()
                .sorted(Comparator.comparing(RunningModel::expires).reversed())
                .toList();
    }

    private void keep(String key, ModelCard card, Instant expires) {
        if (held.size() >= MOST) {
            drop();
        }
        if (held.size() < MOST || held.containsKey(key)) {
            held.put(key, new RunningModel(card, expires));
        }
    }

    private void drop() {
        Instant now = clock.instant();
        held.values().removeIf(model -> !model.expires().isAfter(now));
    }
}
