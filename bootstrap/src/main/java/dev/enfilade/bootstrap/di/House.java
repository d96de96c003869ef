package dev.enfilade.bootstrap.di;

import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.logging.AccessLog;
import dev.enfilade.bootstrap.logging.LogLevels;
import dev.enfilade.bootstrap.reload.Renewable;
import dev.enfilade.bootstrap.server.Server;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The whole of it, running: from {@link #open} until it is drained or closed. */
public final class House implements Renewable, AutoCloseable {

    private final HouseComponent parts;
    private final Server server;
    private final ListenAddress address;
    private GenerationComponent current;

    private House(HouseComponent parts, Server server, ListenAddress address, GenerationComponent first) {
        this.parts = parts;
        this.server = server;
        this.address = address;
        this.current = first;
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
            GenerationComponent first = parts.generations().of(settings, Optional.empty());
            Server server = new Server(
                    first.serverSettings(),
                    first.surfaces(),
                    first.health(),
                    parts.lifecycle(),
                    AccessLog.toStandardError());
            server.start();
            // Loading classes would hold up the threads of requests, were it one of them.
            Thread.ofPlatform().daemon().name("warm-up").start(() -> {
                new WarmUp().run();
                first.directory().warm();
            });
            return new House(parts, server, settings.listen().withPort(server.port()), first);
        } catch (IOException | RuntimeException e) {
            parts.openBackends().close();
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>What is known of models and backends that stayed is kept. The listener stays as it is.
     */
    @Override
    public synchronized void renew(Settings settings) {
        GenerationComponent former = current;
        GenerationComponent next = parts.generations().of(settings, Optional.of(Inheritance.of(former)));
        List<OpenBackend> opened = next.backends();
        try {
            next.directory().settle();
            server.renew(next.serverSettings(), next.surfaces(), next.health(), () -> release(former.backends()));
        } catch (RuntimeException e) {
            release(opened);
            throw e;
        }
        next.policies().takeEffect();
        LogLevels.set(settings.logging());
        current = next;
    }

    /** Where clients connect, with the port that the system chose if it was asked to. */
    public ListenAddress address() {
        return address;
    }

    @Override
    public boolean leaves() {
        return !parts.lifecycle().ready();
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
        server.close();
        parts.openBackends().close();
    }

    private void release(List<OpenBackend> backends) {
        parts.openBackends().release(backends);
    }
}
