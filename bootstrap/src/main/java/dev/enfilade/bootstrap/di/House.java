package dev.enfilade.bootstrap.di;

import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.CatalogProbe;
import dev.enfilade.bootstrap.health.RecoveryWatch;
import dev.enfilade.bootstrap.logging.LogLevels;
import dev.enfilade.bootstrap.reload.ReloadObserver;
import dev.enfilade.bootstrap.reload.Renewable;
import dev.enfilade.bootstrap.server.Server;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The whole of it, running: from {@link #open} until it is drained or closed. */
public final class House implements Renewable, AutoCloseable {

    private final HouseComponent parts;
    private final Settings started;
    private final AtomicReference<GenerationComponent> current;
    private final Operations operations;
    private final Server server;
    private final Optional<Server> management;
    private final RecoveryWatch recovery = new RecoveryWatch(this::down);

    private House(HouseComponent parts, Settings settings) throws IOException {
        this.parts = parts;
        this.started = settings;
        GenerationComponent first = parts.generations().of(settings, Optional.empty());
        this.current = new AtomicReference<>(first);
        this.operations = new Operations(settings, parts, current::get);
        this.server = new Server(
                first.serverSettings(),
                first.surfaces(),
                operations.besideClients(),
                parts.lifecycle(),
                operations.observer());
        this.management = operations.management(first.surfaces());
    }

    /**
     * Builds everything and listens; what can wait until then is done in the background.
     *
     * @throws IOException if the address cannot be listened on
     */
    public static House open(Settings settings) throws IOException {
        LogLevels.set(settings.logging());
        HouseComponent parts = DaggerHouseComponent.create();
        try {
            House house = new House(parts, settings);
            house.start();
            return house;
        } catch (IOException | RuntimeException e) {
            parts.openBackends().close();
            throw e;
        }
    }

    private void start() throws IOException {
        listen(server, started.listen(), "--listen or OLLAMA_HOST choose");
        try {
            if (management.isPresent()) {
                listen(management.get(), started.management().orElseThrow(), "management.listen chooses");
            }
        } catch (IOException e) {
            server.close();
            throw e;
        }
        recovery.start();
        // Loading classes would hold up the threads of requests, were it one of them. First the lists: by them names
        // are known, also to the first client.
        Thread.ofPlatform().daemon().name("warm-up").start(new WarmUp(() -> {
            current.get().directory().warm();
            operations.warm();
        }));
    }

    private List<CatalogProbe> down() {
        GenerationComponent generation = current.get();
        return generation.backends().stream()
                .map(OpenBackend::probe)
                .filter(probe -> probe.mayRecover(generation.circuits()::isUp))
                .toList();
    }

    private static void listen(Server server, ListenAddress address, String chooser) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + address + ": " + e.getMessage() + " (is another server running? " + chooser
                            + " another address)",
                    e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>What is known of models and backends that stayed is kept. The listener stays as it is.
     */
    @Override
    public synchronized void renew(Settings settings) {
        GenerationComponent former = current.get();
        GenerationComponent next = parts.generations().of(settings, Optional.of(Inheritance.of(former)));
        List<OpenBackend> opened = next.backends();
        try {
            next.directory().settle();
            server.renew(
                    next.serverSettings(),
                    next.surfaces(),
                    operations.besideClients(),
                    () -> release(former.backends()));
        } catch (RuntimeException e) {
            release(opened);
            throw e;
        }
        next.policies().takeEffect();
        LogLevels.set(settings.logging());
        current.set(next);
    }

    /** Where clients connect, with the port that the system chose if it was asked to. */
    public ListenAddress address() {
        return started.listen().withPort(server.port());
    }

    /** Where metrics and health are served, if not where clients connect. */
    public Optional<ListenAddress> management() {
        return management.map(second -> started.management().orElseThrow().withPort(second.port()));
    }

    /** Counts how reloads went. */
    public ReloadObserver reloads() {
        return operations::reloaded;
    }

    @Override
    public boolean leaves() {
        return !parts.lifecycle().ready();
    }

    /** How many requests of clients are going on. */
    public int running() {
        return server.running();
    }

    /** Takes no more requests and lets those that run come to their end, within the configured times. */
    public void drain() {
        try {
            server.drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        recovery.close();
        server.close();
        management.ifPresent(Server::close);
        parts.openBackends().close();
    }

    private void release(List<OpenBackend> backends) {
        parts.openBackends().release(backends);
    }
}
