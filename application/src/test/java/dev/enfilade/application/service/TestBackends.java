package dev.enfilade.application.service;

import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelTraits;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Backends that list models and, unless given more, do nothing else. */
final class TestBackends {

    private TestBackends() {}

    static Backend listing(String name, String... ids) {
        return with(name, () -> models(ids));
    }

    static Backend with(String name, ModelCatalog catalog) {
        return backend(
                name,
                request -> {
                    throw unused();
                },
                catalog);
    }

    static Backend chatting(ChatBackend chat, String... ids) {
        return backend("main", chat, () -> models(ids));
    }

    private static Backend backend(String name, ChatBackend chat, ModelCatalog catalog) {
        return new Backend(
                name,
                chat,
                request -> {
                    throw unused();
                },
                request -> {
                    throw unused();
                },
                catalog,
                request -> {
                    throw unused();
                });
    }

    static List<ListedModel> models(String... ids) {
        return Stream.of(ids)
                .map(id -> new ListedModel(id, Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN))
                .toList();
    }

    static FailureException down() {
        return new FailureException(new Failure.BackendUnavailable());
    }

    private static AssertionError unused() {
        return new AssertionError("not to be called");
    }
}
