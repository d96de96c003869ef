package dev.enfilade.application.service;

import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.application.port.in.FindModelUseCase;
import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.application.port.in.ShowsModelUseCase;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Knows which name leads where: configured names first, then globs, then the backends' own ids, then the default.
 *
 * <p>Lists are loaded in the background and kept; a chat waits for the first one only for a moment, and a listing never
 * delays it.
 */
public final class ModelDirectory
        implements ListModelsUseCase, DescribeModelUseCase, FindModelUseCase, ShowsModelUseCase {

    private final Shelves shelves;
    private final ModelMap map;
    private final CatalogSettings settings;
    private final RouteMaker to;

    /**
     * @param backends at least one; the first is asked where nothing else decides
     * @param executor runs the loading of lists
     */
    public ModelDirectory(
            List<Backend> backends, ModelMap map, CatalogSettings settings, LongSupplier nanoTime, Executor executor) {
        this(Shelves.of(backends, settings.freshFor(), nanoTime, executor), map, settings);
    }

    private ModelDirectory(Shelves shelves, ModelMap map, CatalogSettings settings) {
        this.shelves = shelves;
        this.map = map;
        this.settings = settings;
        this.to = new RouteMaker(shelves, map, new CardMaker(settings));
    }

    /**
     * The directory of a changed deployment; what is known of backends that stayed is kept.
     *
     * @param stays whether the backend of this name is the same server as before
     */
    public ModelDirectory successor(
            List<Backend> backends, ModelMap otherMap, CatalogSettings otherSettings, Predicate<String> stays) {
        return new ModelDirectory(
                shelves.successor(backends, otherSettings.freshFor(), stays), otherMap, otherSettings);
    }

    /** Begins to load the lists that are missing or old, so that the first client finds them. */
    public void warm() {
        shelves.fill(Duration.ZERO);
    }

    /** As {@link #warm}, and waits for them as long as a client would. */
    public void settle() {
        shelves.fill(settings.patience());
    }

    /**
     * Where this name leads.
     *
     * @throws FailureException {@link Failure.ModelNotFound} with the asked name
     */
    public ModelRoute route(ModelName asked) {
        refuseForbidden(asked);
        return passable(asked).orElseThrow(() -> notFound(asked));
    }

    /** As {@link #route}, but absent for a name that leads nowhere, and without a look at what is forbidden. */
    Optional<ModelRoute> passable(ModelName asked) {
        return leading(asked).or(() -> unlisted(asked));
    }

    /**
     * To the first backend, whatever the name.
     *
     * @throws FailureException {@link Failure.ModelNotFound} if the name is forbidden
     */
    ModelRoute unchanged(ModelName asked) {
        refuseForbidden(asked);
        return to.first(asked, asked);
    }

    /** The other backends that list the model of this route, in their order; none for a name bound to its backend. */
    List<ModelRoute> elsewhere(ModelName asked, ModelRoute first) {
        if (shelves.all().size() == 1) {
            return List.of();
        }
        Optional<ModelRule> rule = map.match(asked)
                .or(() -> asked.withoutLocalMark().flatMap(map::match))
                .or(() -> byOwnId(asked).isPresent() ? Optional.empty() : map.fallback());
        return rule.flatMap(ModelRule::backend).isPresent()
                ? List.of()
                : shelves.stream()
                        .filter(shelf -> !shelf.isOf(first.backend().name()))
                        .flatMap(shelf -> shelf.find(first.target()).stream()
                                .map(model -> rule.map(it -> to.listedByRule(asked, it, shelf, model))
                                        .orElseGet(() -> to.listed(shelf, model))))
                        .toList();
    }

    /**
     * As {@link #route}, but absent where no setting and no list knows the name; for those who let the backend judge.
     */
    public Optional<ModelRoute> known(ModelName asked) {
        return forbids(asked) ? Optional.empty() : leading(asked);
    }

    private Optional<ModelRoute> leading(ModelName asked) {
        return named(asked)
                .or(() -> asked.withoutLocalMark().flatMap(this::named))
                .or(() -> map.fallback().map(rule -> to.byRule(asked, rule)));
    }

    private Optional<ModelRoute> named(ModelName asked) {
        return map.match(asked).map(rule -> to.byRule(asked, rule)).or(() -> listed(asked));
    }

    /**
     * Whether a setting or a list at hand holds exactly this name; there are only so many such names, whatever clients
     * write. Waits for nothing.
     */
    public boolean holds(String name) {
        return map.writes(name)
                || shelves.stream()
                        .flatMap(shelf -> shelf.catalog().atHand().stream())
                        .anyMatch(index -> index.has(name));
    }

    @Override
    public boolean shows(ModelName name) {
        return !map.hides(name);
    }

    /**
     * Whether clients may not ask for this. A model cannot be had under another of its names if one is denied; no name
     * at all is nobody's.
     */
    public boolean forbids(ModelName asked) {
        List<ModelName> names = Stream.of(
                        Stream.of(asked),
                        asked.withoutLocalMark().stream(),
                        shelves.basesOf(asked).map(model -> new ModelName(model.id())))
                .flatMap(same -> same)
                .toList();
        return !asked.value().isBlank() && !map.permits(names);
    }

    private void refuseForbidden(ModelName asked) {
        if (forbids(asked)) {
            throw notFound(asked);
        }
    }

    private static FailureException notFound(ModelName asked) {
        return new FailureException(new Failure.ModelNotFound(asked.value()));
    }

    @Override
    public ModelCard describe(ModelName name) {
        return route(name).card();
    }

    @Override
    public Optional<ModelCard> find(ModelName name) {
        return known(name).map(ModelRoute::card);
    }

    @Override
    public ModelListing list() {
        Map<String, ModelCard> found = new LinkedHashMap<>();
        for (ModelRule rule : map.listed()) {
            ModelName name = new ModelName(rule.pattern());
            found.put(name.key(), to.byRule(name, rule).card());
        }
        Optional<FailureException> failed = Optional.empty();
        for (Shelf shelf : shelves.all()) {
            try {
                addModels(shelf, found);
            } catch (FailureException e) {
                failed = Optional.of(blamedOnTheBackend(e));
            }
        }
        if (found.isEmpty() && failed.isPresent()) {
            throw failed.get();
        }
        return new ModelListing(List.copyOf(found.values()));
    }

    /** Who lists models asks for nothing that could be refused. */
    private static FailureException blamedOnTheBackend(FailureException thrown) {
        return thrown.failure() instanceof Failure.Refused refused && refused.status() < 500
                ? new FailureException(
                        new Failure.Refused(502, refused.text(), refused.type(), refused.code(), refused.retryAfter()),
                        thrown)
                : thrown;
    }

    private void addModels(Shelf shelf, Map<String, ModelCard> found) {
        for (ListedModel model : shelf.catalog().current().models()) {
            ModelName name = new ModelName(model.id());
            if (!map.hides(name)) {
                found.putIfAbsent(name.key(), to.listed(shelf, model).card());
            }
        }
    }

    /** By the backends' own ids: those at hand first, then after one refresh. */
    private Optional<ModelRoute> listed(ModelName asked) {
        Optional<ModelRoute> atHand = byOwnId(asked);
        if (atHand.isPresent()) {
            return atHand;
        }
        shelves.all().forEach(shelf -> shelf.catalog().await(settings.patience()));
        return byOwnId(asked);
    }

    private Optional<ModelRoute> byOwnId(ModelName asked) {
        return shelves.stream()
                .flatMap(shelf -> shelf.find(asked).map(model -> to.listed(shelf, model)).stream())
                .findFirst();
    }

    /** A name that no list knows passes through while there is no list to deny it. */
    private Optional<ModelRoute> unlisted(ModelName asked) {
        if (asked.value().isBlank() || (settings.strict() && shelves.haveAnyList())) {
            return Optional.empty();
        }
        return Optional.of(to.first(asked, asked.withoutDefaultTag()));
    }
}
