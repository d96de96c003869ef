package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The backends of a deployment with their lists, in the configured order. */
record Shelves(List<Shelf> all, LongSupplier nanoTime, Executor executor) {

    Shelves {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("backends: none (expected: at least one)");
        }
    }

    /** With nothing in them yet. */
    static Shelves of(List<Backend> backends, Duration freshFor, LongSupplier nanoTime, Executor executor) {
        return new Shelves(
                backends.stream()
                        .map(backend ->
                                new Shelf(backend, new HeldCatalog(backend.catalog(), freshFor, nanoTime, executor)))
                        .toList(),
                nanoTime,
                executor);
    }

    /** Those of a changed deployment, with the lists of the servers that stayed. */
    Shelves successor(List<Backend> backends, Duration freshFor, Predicate<String> stays) {
        return new Shelves(
                backends.stream()
                        .map(backend -> new Shelf(backend, list(backend, freshFor, stays)))
                        .toList(),
                nanoTime,
                executor);
    }

    private HeldCatalog list(Backend backend, Duration freshFor, Predicate<String> stays) {
        return of(backend.name())
                .filter(_ -> stays.test(backend.name()))
                .map(former -> former.catalog().successor(backend.catalog(), freshFor))
                .orElseGet(() -> new HeldCatalog(backend.catalog(), freshFor, nanoTime, executor));
    }

    Shelf first() {
        return all.getFirst();
    }

    Stream<Shelf> stream() {
        return all.stream();
    }

    Optional<Shelf> of(String backend) {
        return stream().filter(shelf -> shelf.isOf(backend)).findFirst();
    }

    Optional<Shelf> listing(ModelName model) {
        return stream().filter(shelf -> shelf.find(model).isPresent()).findFirst();
    }

    boolean haveAnyList() {
        return stream().anyMatch(shelf -> shelf.catalog().atHand().isPresent());
    }

    /** Begins to load all lists that are missing or old, and waits for them together, but not longer than this. */
    void fill(Duration patience) {
        long end = nanoTime.getAsLong() + patience.toNanos();
        all.forEach(shelf -> shelf.catalog().atHand());
        for (Shelf shelf : all) {
            Duration left = Duration.ofNanos(end - nanoTime.getAsLong());
            if (left.isPositive()) {
                shelf.catalog().awaitIfOld(left);
            }
        }
    }

    /** The base of a name that some backend takes although it lists the name without its last part only. */
    Stream<ListedModel> basesOf(ModelName variant) {
        return stream()
                .flatMap(shelf -> shelf.catalog().atHand().stream())
                .flatMap(index -> index.baseOf(variant).stream());
    }
}
