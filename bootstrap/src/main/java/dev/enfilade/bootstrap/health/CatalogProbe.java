package dev.enfilade.bootstrap.health;

import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.observation.StatusClass;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/** A backend's catalogue that remembers how the backend answered. */
public final class CatalogProbe implements ModelCatalog {

    private static final Set<StatusClass> PASSING = EnumSet.of(StatusClass.NONE, StatusClass.SERVER_ERROR);

    private final ModelCatalog catalog;
    private final LongSupplier nanoTime;
    private volatile Listing last;

    /** A backend that was never asked counts as down: nothing speaks for it. */
    public CatalogProbe(String backend, ModelCatalog catalog, LongSupplier nanoTime) {
        this.catalog = catalog;
        this.nanoTime = nanoTime;
        this.last =
                new Listing(new BackendHealth(backend, false, OptionalLong.empty(), 0), false, nanoTime.getAsLong());
    }

    @Override
    public List<ListedModel> models() {
        long asked = nanoTime.getAsLong();
        try {
            List<ListedModel> models = catalog.models();
            long now = nanoTime.getAsLong();
            long millis = Duration.ofNanos(now - asked).toMillis();
            last = new Listing(new BackendHealth(name(), true, OptionalLong.of(millis), models.size()), true, now);
            return models;
        } catch (FailureException e) {
            BackendHealth before = last.health();
            last = new Listing(
                    new BackendHealth(name(), false, before.latencyMillis(), before.models()),
                    PASSING.contains(StatusClass.of(e.failure())),
                    nanoTime.getAsLong());
            throw e;
        }
    }

    /**
     * How the backend is, all in all.
     *
     * @param calls what the calls to the backend tell of it
     */
    public BackendHealth health(Evidence calls) {
        Listing listing = last;
        BackendHealth listed = listing.health();
        boolean up = calls.isUp(listed.name(), listed.up(), listing.at());
        return new BackendHealth(listed.name(), up, listed.latencyMillis(), listed.models());
    }

    /**
     * Whether it is down, and a list that came now would say that it is up again. Nobody waits for the list of a
     * backend that answers and has none.
     *
     * @param calls what the calls to the backend tell of it
     */
    public boolean mayRecover(Evidence calls) {
        return last.passing() && !health(calls).up() && calls.isUp(name(), true, nanoTime.getAsLong());
    }

    private String name() {
        return last.health().name();
    }

    /**
     * How the last loading of the list went, and when.
     *
     * @param passing whether it went well, or failed for a reason that may be gone the next time
     */
    private record Listing(BackendHealth health, boolean passing, long at) {}
}
