package dev.enfilade.bootstrap.di;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.service.Backend;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.health.CatalogProbe;
import dev.enfilade.bootstrap.logging.DroppedMembers;

/**
 * A backend with its connections.
 *
 * @param probe knows how the backend was lately
 * @param connections closes them
 */
public record OpenBackend(BackendConfig config, Backend backend, CatalogProbe probe, Runnable connections) {

    public OpenBackend {
        requireNonNull(config, "config is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(probe, "probe is null");
        requireNonNull(connections, "connections is null");
    }

    /** A backend as it is served from, but silent in the log; connected to nothing yet. */
    public static OpenBackend of(BackendConfig config) {
        return BackendModule.open(config, (_, list) -> list, new DroppedMembers());
    }

    public void close() {
        connections.run();
    }
}
