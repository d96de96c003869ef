package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.Shape;
import dev.enfilade.application.policy.Way;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All the ways that lead from a name to an answer: where the name leads, which is one of the backends that list the
 * model, by their weights; then the others of them, then the models that step in for it.
 */
public final class Routes {

    private final ModelDirectory directory;
    private final Balance balance;
    private final Map<String, List<ModelName>> fallbacks = new LinkedHashMap<>();

    /** @param fallbacks by a name of ours or of a backend, the names that step in for it, the best one first */
    public Routes(ModelDirectory directory, Balance balance, Map<ModelName, List<ModelName>> fallbacks) {
        this.directory = directory;
        this.balance = balance;
        fallbacks.forEach((name, others) -> this.fallbacks.put(name.key(), List.copyOf(others)));
    }

    /**
     * Where this name leads.
     *
     * @throws FailureException {@code ModelNotFound} with the asked name
     */
    Found of(ModelName asked) {
        return spread(asked, directory.route(asked));
    }

    /** As {@link #of}, but absent where no setting and no list knows the name. */
    Optional<Found> known(ModelName asked) {
        return directory.known(asked).map(route -> spread(asked, route));
    }

    /** The first backend under the very name that was asked for, which it may know better; perhaps none. */
    Found unknown(ModelName asked) {
        return new Found(asked, directory.unchanged(asked), this);
    }

    private Found spread(ModelName asked, ModelRoute named) {
        List<ModelRoute> elsewhere = directory.elsewhere(asked, named);
        if (elsewhere.isEmpty()) {
            return new Found(asked, named, this);
        }
        Stream<ModelRoute> all = Stream.concat(Stream.of(named), elsewhere.stream());
        return new Found(asked, balance.next(all.toList()), this);
    }

    private List<ModelRoute> others(ModelName asked, ModelRoute first) {
        Stream<ModelRoute> substitutes = Optional.ofNullable(fallbacks.get(asked.key()))
                .or(() -> Optional.ofNullable(fallbacks.get(first.target().key())))
                .stream()
                .flatMap(List::stream)
                .flatMap(name -> directory.passable(name).stream());
        return Stream.concat(directory.elsewhere(asked, first).stream(), substitutes)
                .toList();
    }

    /** The way that was asked for, and how to find others. */
    record Found(ModelName asked, ModelRoute first, Routes routes) {

        Found {
            requireNonNull(asked, "asked is null");
            requireNonNull(first, "first is null");
            requireNonNull(routes, "routes is null");
        }

        /** A call that does this, by whichever way. */
        <R> Call<R> call(Repeat repeat, Shape<R> shape, Function<ModelRoute, R> work) {
            return new Call<>(
                    way(first, work),
                    () -> routes.others(asked, first).stream()
                            .map(route -> way(route, work))
                            .toList(),
                    repeat,
                    shape);
        }

        private static <R> Way<R> way(ModelRoute route, Function<ModelRoute, R> work) {
            return new Way<>(route.backend().name(), route.target().value(), () -> work.apply(route));
        }
    }
}
