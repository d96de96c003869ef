package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.health.BackendHealth;
import dev.enfilade.bootstrap.health.HealthRoutes;
import dev.enfilade.bootstrap.logging.AccessLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The server on a free port of loopback, with surfaces of the test and its log in a queue. */
final class TestServer implements AutoCloseable {

    static final ServerSettings SETTINGS = new ServerSettings(
            "127.0.0.1",
            0,
            new OriginRule(List.of()),
            Optional.of(new HostRule(Set.of())),
            ServerLimits.DEFAULT,
            DrainTimes.DEFAULT);

    final Lifecycle lifecycle = new Lifecycle();
    final TestSurface ollama = new TestSurface("ollama", lifecycle::cutting);
    final TestSurface openai = new TestSurface("openai", lifecycle::cutting);
    final BlockingQueue<AccessLine> log = new LinkedBlockingQueue<>();
    final Server server;

    /** @param routes gives the surfaces their handlers */
    TestServer(Consumer<TestServer> routes) throws IOException {
        this(SETTINGS, routes);
    }

    TestServer(ServerSettings settings, Consumer<TestServer> routes) throws IOException {
        routes.accept(this);
        Surfaces surfaces = new Surfaces(ollama.asSurface(), openai.asSurface());
        HealthRoutes health = new HealthRoutes("1.2.3", lifecycle::ready, List::<BackendHealth>of);
        this.server = new Server(settings, surfaces, health.all(), lifecycle, log::add);
        server.start();
    }

    static ServerSettings limited(UnaryOperator<ServerLimits> change) {
        return new ServerSettings(
                SETTINGS.host(),
                SETTINGS.port(),
                SETTINGS.origins(),
                SETTINGS.hosts(),
                change.apply(SETTINGS.limits()),
                SETTINGS.drain());
    }

    RawClient connect() throws IOException {
        return new RawClient(server.port());
    }

    AccessLine line() throws InterruptedException {
        AccessLine line = log.poll(30, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("no line was written");
        }
        return line;
    }

    @Override
    public void close() {
        server.close();
    }
}
