package dev.enfilade.bootstrap.di;

import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Settings;
import java.io.IOException;

/** The whole of it, running: from {@link #open} until it is drained or closed. */
public final class House implements AutoCloseable {

    private final HouseComponent parts;
    private final ListenAddress address;

    private House(HouseComponent parts, ListenAddress address) {
        this.parts = parts;
        this.address = address;
    }

    /**
     * Builds everything and listens; what can wait until then is done in the background.
     *
     * @throws IOException if the address cannot be listened on
     */
    public static House open(Settings settings) throws IOException {
        HouseComponent parts = DaggerHouseComponent.factory().of(settings);
        try {
            parts.server().start();
        } catch (IOException e) {
            parts.backends().forEach(OpenBackend::close);
            throw e;
        }
        // Loading classes would hold up the threads of requests, were it one of them.
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            new WarmUp().run();
            parts.directory().warm();
        });
        return new House(parts, settings.listen().withPort(parts.server().port()));
    }

    /** Where clients connect, with the port that the system chose if it was asked to. */
    public ListenAddress address() {
        return address;
    }

    /** Takes no more requests and lets those that run come to their end, within the configured times. */
    public void drain() {
        try {
            parts.server().drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        parts.server().close();
        parts.backends().forEach(OpenBackend::close);
    }
}
