package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.health.OperatorRoute;
import dev.enfilade.bootstrap.logging.RequestObserver;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;

/** The HTTP server with its surfaces; started once, and drained or closed once. */
public final class Server implements AutoCloseable {

    private final Generations generations;
    private final FrontServlet front;
    private final JettyServer jetty;
    private final Exchanges exchanges;
    private final Drain drain;

    /**
     * @param lifecycle shared with the surfaces, which word a cancelled request by it
     * @param operators what is served to them at this listener
     * @throws IOException if the system has no more handles
     */
    public Server(
            ServerSettings settings,
            Surfaces surfaces,
            List<OperatorRoute> operators,
            Lifecycle lifecycle,
            RequestObserver observer)
            throws IOException {
        this.exchanges = new Exchanges(observer);
        this.generations = new Generations(new Generation(settings, surfaces, operators));
        this.front = new FrontServlet(generations);
        BodyBudget bodies = new BodyBudget(settings.limits().bodies());
        this.jetty = new JettyServer(
                settings, new Gate(generations, lifecycle, exchanges, bodies, observer), front, exchanges);
        this.drain = new Drain(lifecycle, jetty.connector(), exchanges);
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if the address cannot be listened on
     */
    public void start() throws IOException {
        jetty.start();
    }

    /**
     * Lets every request from now on meet other surfaces and settings; those under way go on as they began. Where the
     * server listens, and what it bears of heads and connections, stays as it was.
     *
     * @param afterFormer runs when the last request of the former surfaces is over, which may be now
     */
    public void renew(ServerSettings settings, Surfaces surfaces, List<OperatorRoute> operators, Runnable afterFormer) {
        Generation next = new Generation(settings, surfaces, operators);
        try {
            front.prepare(next);
        } catch (ServletException e) {
            throw new IllegalStateException("the routes cannot be set up", e);
        }
        generations.replace(next, afterFormer);
    }

    /** The port that is listened on, which was chosen by the system if the settings say 0. */
    public int port() {
        return jetty.port();
    }

    /** How many requests are going on. */
    public int running() {
        return exchanges.count();
    }

    /** Lets everything that runs come to its end within the times of the settings, then closes. */
    public void drain() throws InterruptedException {
        drain.run(generations.current().drain());
        close();
    }

    /** Closes every connection at once. */
    @Override
    public void close() {
        jetty.stop();
    }
}
