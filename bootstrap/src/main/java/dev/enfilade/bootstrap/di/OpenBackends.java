package dev.enfilade.bootstrap.di;

import dev.enfilade.bootstrap.config.BackendConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The backends that are in use, each of them open once for all generations that have it configured the same way. */
final class OpenBackends implements AutoCloseable {

    private final Function<BackendConfig, OpenBackend> opener;
    private final Map<BackendConfig, Shared> shared = new HashMap<>();

    OpenBackends(Function<BackendConfig, OpenBackend> opener) {
        this.opener = opener;
    }

    /** Has to be {@linkplain #release released} once. */
    synchronized List<OpenBackend> open(List<BackendConfig> configs) {
        return configs.stream()
                .map(config -> shared.compute(config, this::oneMore).backend())
                .toList();
    }

    /** Closes those that nobody else uses. */
    synchronized void release(List<OpenBackend> backends) {
        backends.forEach(backend -> shared.computeIfPresent(backend.config(), OpenBackends::oneLess));
    }

    @Override
    public synchronized void close() {
        shared.values().forEach(held -> held.backend().close());
        shared.clear();
    }

    private Shared oneMore(BackendConfig config, @Nullable Shared held) {
        return held == null ? new Shared(opener.apply(config), 1) : new Shared(held.backend(), held.users() + 1);
    }

    private static @Nullable Shared oneLess(BackendConfig config, Shared held) {
        if (held.users() > 1) {
            return new Shared(held.backend(), held.users() - 1);
        }
        held.backend().close();
        return null;
    }

    private record Shared(OpenBackend backend, int users) {}
}
