package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.health.OperatorRoute;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Request;

/**
 * What one configuration makes of requests: whom it lets in, how much it takes on, what answers. It never changes; once
 * another has taken its place it ends with the last of its requests.
 */
final class Generation {

    private static final String ATTRIBUTE = Generation.class.getName();

    private final Surfaces surfaces;
    private final Admission admission;
    private final ServerLimits limits;
    private final DrainTimes drain;
    private final Servlet servlet;

    /** One for each request, and one for the place that it has. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private volatile Runnable afterwards = () -> {};

    Generation(ServerSettings settings, Surfaces surfaces, List<OperatorRoute> operators) {
        this.surfaces = surfaces;
        this.admission = new Admission(
                new Cors(settings.origins()),
                settings.hosts().map(rule -> OwnName.read().map(rule::and).orElse(rule)));
        this.limits = settings.limits();
        this.drain = settings.drain();
        this.servlet = new Router(surfaces, new OperatorRoutes(operators, surfaces)).servlet();
    }

    /** The generation of a request that came through the gate. */
    static Generation of(HttpServletRequest request) {
        return (Generation) request.getAttribute(ATTRIBUTE);
    }

    void mark(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Surfaces surfaces() {
        return surfaces;
    }

    Admission admission() {
        return admission;
    }

    ServerLimits limits() {
        return limits;
    }

    DrainTimes drain() {
        return drain;
    }

    Servlet servlet() {
        return servlet;
    }

    /** Takes a request on; false if it has ended, so that its successor has to. */
    boolean enter() {
        return holders.updateAndGet(held -> held == 0 ? 0 : held + 1) > 0;
    }

    /** A request that it took on is over. */
    void leave() {
        if (holders.decrementAndGet() == 0) {
            afterwards.run();
        }
    }

    /** Gives its place up; the action runs when its last request is over, which may be now. */
    void retire(Runnable action) {
        afterwards = action;
        leave();
    }
}
