package dev.enfilade.bootstrap.check;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.application.service.Backend;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.bootstrap.di.OpenBackend;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A backend whose list was loaded once, for good or ill.
 *
 * @param backend has this list, or none, and loads no other
 * @param report how it went
 */
record LoadedList(Backend backend, List<ListedModel> models, StepReport report) {

    LoadedList {
        requireNonNull(backend, "backend is null");
        models = List.copyOf(models);
        requireNonNull(report, "report is null");
    }

    static LoadedList of(
            OpenAiBackend config, Configuration configuration, Map<String, String> variables, Patience patience) {
        OpenBackend open = OpenBackend.of(config);
        try (Look look = new Look(config.settings(), config.settings().tls().sockets(), patience.glance())) {
            Subject subject = Subject.of(config, configuration, variables);
            ListStep list = new ListStep(subject, open.backend().catalog());
            boolean named = ModelChoice.isNamed(config.name(), configuration.settings());
            StepReport report = new Steps(System::nanoTime, _ -> {})
                    .attempt(
                            "models",
                            Optional.of(config.name()),
                            patience.step(),
                            () -> aboutTheKey(list.load(look, named, () -> false), subject));
            return new LoadedList(
                    with(open.backend(), catalog(list.models())), list.models().orElse(List.of()), report);
        } finally {
            open.close();
        }
    }

    /** There is no later step that tells of the key. */
    private static Finding aboutTheKey(Finding list, Subject subject) {
        return list.trouble().equals(Optional.of(Trouble.KEY))
                ? new Diagnosis(subject, "the list").denied("the list is refused")
                : list;
    }

    private static ModelCatalog catalog(Optional<List<ListedModel>> models) {
        return () -> models.orElseThrow(() -> new FailureException(new BackendUnavailable()));
    }

    private static Backend with(Backend backend, ModelCatalog catalog) {
        return new Backend(
                backend.name(), backend.chat(), backend.completion(), backend.embedding(), catalog, backend.relay());
    }
}
