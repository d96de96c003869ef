package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.stream.Stream;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The listener whose connections are {@link WatchedEndPoint}s. */
final class WatchedConnector extends ServerConnector {

    private final ClientWatch watch;

    WatchedConnector(Server server, ClientWatch watch, HttpConnectionFactory http) {
        super(server, http);
        this.watch = watch;
    }

    Stream<WatchedEndPoint> clients() {
        return getConnectedEndPoints().stream().map(WatchedEndPoint.class::cast);
    }

    /** Closes the door; those inside stay, each until its request is answered. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // It tells when the last connection is gone; idle ones may stay longer than we
    // do.
    void stopAccepting() {
        shutdown();
    }

    @Override
    protected WatchedEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
            throws IOException {
        WatchedEndPoint client = new WatchedEndPoint(channel, selector, key, getScheduler(), getExecutor(), watch);
        client.setIdleTimeout(getIdleTimeout());
        return client;
    }
}
