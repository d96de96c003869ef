package dev.enfilade.bootstrap.check;

import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.ModelRoute;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.di.ModelNames;
import dev.enfilade.bootstrap.di.WarmUp;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.failure.FailureException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Loads the lists of all backends at once, and tells where every name would lead. */
public final class Surveyor {

    private final Configuration configuration;
    private final Map<String, String> variables;
    private final Patience patience;

    /** @param variables of the environment */
    public Surveyor(Configuration configuration, Map<String, String> variables, Patience patience) {
        this.configuration = configuration;
        this.variables = Map.copyOf(variables);
        this.patience = patience;
    }

    /** Ends within the limit of a step, whatever the backends do. */
    public ModelSurvey survey() {
        List<LoadedList> lists = lists();
        Settings settings = configuration.settings();
        ModelDirectory directory =
                ModelNames.directory(lists.stream().map(LoadedList::backend).toList(), settings.models(), settings);
        return new ModelSurvey(
                rows(directory, settings.models(), lists),
                settings.models().stream()
                        .filter(rule -> rule.isGlob() || rule.isDefault())
                        .toList(),
                lists.stream().map(LoadedList::report).toList());
    }

    private List<LoadedList> lists() {
        // The time that Java needs to load the adapter is not the backends'.
        new WarmUp().run();
        try (ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<LoadedList>> loading = configuration.settings().backends().stream()
                    .map(config -> CompletableFuture.supplyAsync(() -> load(config), aside))
                    .toList();
            return loading.stream().map(CompletableFuture::join).toList();
        }
    }

    private LoadedList load(BackendConfig config) {
        return switch (config) {
            case OpenAiBackend backend -> LoadedList.of(backend, configuration, variables, patience);
        };
    }

    private static List<ModelRow> rows(ModelDirectory directory, List<ModelRule> rules, List<LoadedList> lists) {
        Map<String, ModelName> names = named(rules);
        Set<String> aliases = Set.copyOf(names.keySet());
        lists.stream()
                .flatMap(list -> list.models().stream())
                .map(ListedModel::id)
                .map(ModelName::new)
                .forEach(name -> names.putIfAbsent(name.key(), name));
        Set<String> shown = shown(directory);
        return names.values().stream()
                .flatMap(name -> directory.known(name).stream()
                        .map(route -> row(route, aliases.contains(name.key()), !shown.contains(name.key()))))
                .sorted(Comparator.comparing(ModelRow::hidden))
                .toList();
    }

    private static Map<String, ModelName> named(List<ModelRule> rules) {
        Map<String, ModelName> names = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> !rule.isGlob() && !rule.isDefault())
                .map(rule -> new ModelName(rule.pattern()))
                .forEach(name -> names.put(name.key(), name));
        return names;
    }

    private static Set<String> shown(ModelDirectory directory) {
        try {
            return directory.list().models().stream()
                    .map(card -> card.name().key())
                    .collect(Collectors.toSet());
        } catch (FailureException e) {
            // No list of any backend: every report says why.
            return Set.of();
        }
    }

    private static ModelRow row(ModelRoute route, boolean named, boolean hidden) {
        ModelCard card = route.card();
        return new ModelRow(
                card.name().value(),
                route.backend().name(),
                route.target().value(),
                card.contextLength(),
                card.capabilities().list(),
                named,
                hidden);
    }
}
