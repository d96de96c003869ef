package dev.enfilade.bootstrap.di;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.service.Backend;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.health.CatalogProbe;

/**
 * A backend with its connections.
 *
 * @param probe knows how the backend was lately
 * @param connections closes them
 */
record OpenBackend(BackendConfig config, Backend backend, CatalogProbe probe, Runnable connections) {

    OpenBackend {
        requireNonNull(config, "config is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(probe, "probe is null");
        requireNonNull(connections, "connections is null");
    }

    void close() {
        connections.run();
    }
}
