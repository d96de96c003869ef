package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.health.HealthRoutes;
import dev.enfilade.bootstrap.logging.AccessLine;
import java.io.IOException;
import java.util.function.Consumer;

/** The HTTP server with its surfaces; started once, and drained or closed once. */
public final class Server implements AutoCloseable {

    private final JettyServer jetty;
    private final Drain drain;

    /**
     * @param lifecycle shared with the surfaces, which word a cancelled request by it
     * @param log takes a line for every request
     * @throws IOException if the system has no more handles
     */
    public Server(
            ServerSettings settings,
            Surfaces surfaces,
            HealthRoutes health,
            Lifecycle lifecycle,
            Consumer<AccessLine> log)
            throws IOException {
        Exchanges exchanges = new Exchanges(log);
        Gate gate = new Gate(settings, surfaces, lifecycle, exchanges);
        this.jetty = new JettyServer(settings, gate, new Router(surfaces, health).servlet(), exchanges);
        this.drain = new Drain(settings.drain(), lifecycle, jetty.connector(), exchanges);
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if the address cannot be listened on
     */
    public void start() throws IOException {
        jetty.start();
    }

    /** The port that is listened on, which was chosen by the system if the settings say 0. */
    public int port() {
        return jetty.port();
    }

    /** Lets everything that runs come to its end within the times of the settings, then closes. */
    public void drain() throws InterruptedException {
        drain.run();
        close();
    }

    /** Closes every connection at once. */
    @Override
    public void close() {
        jetty.stop();
    }
}
