package dev.enfilade.bootstrap.health;

import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A backend's catalogue that remembers how the backend answered; the lists that are loaded anyway are all the probing
 * there is.
 */
public final class CatalogProbe implements ModelCatalog {

    private final ModelCatalog catalog;
    private final LongSupplier nanoTime;
    private volatile BackendHealth health;

    /** A backend that was never asked counts as down: nothing speaks for it. */
    public CatalogProbe(String backend, ModelCatalog catalog, LongSupplier nanoTime) {
        this.catalog = catalog;
        this.nanoTime = nanoTime;
        this.health = new BackendHealth(backend, false, OptionalLong.empty(), 0);
    }

    @Override
    public List<ListedModel> models() {
        long asked = nanoTime.getAsLong();
        try {
            List<ListedModel> models = catalog.models();
            long millis = Duration.ofNanos(nanoTime.getAsLong() - asked).toMillis();
            health = new BackendHealth(health.name(), true, OptionalLong.of(millis), models.size());
            return models;
        } catch (FailureException e) {
            health = new BackendHealth(health.name(), false, health.latencyMillis(), health.models());
            throw e;
        }
    }

    public BackendHealth health() {
        return health;
    }
}
