package dev.enfilade.bootstrap.server;

import io.javalin.util.ConcurrencyUtil;
import jakarta.servlet.Servlet;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;

/** Jetty, put together for thousands of open streams: HTTP/1.1 only, virtual threads, small buffers, no sessions. */
final class JettyServer {

    static {
        // Jetty would spell content types in its own way, which clients of Ollama have never seen. It reads this once.
        System.setProperty("org.eclipse.jetty.http.HttpGenerator.STRICT", "true");
    }

    private static final int INPUT_BUFFER = 2 * 1024;
    private static final int OUTPUT_BUFFER = 4 * 1024;
    private static final int ANSWER_HEAD = 2 * 1024;
    private static final int LARGEST_ANSWER_HEAD = 32 * 1024;
    /** Beyond the system's usual 50, clients that come at once wait for a second and more. */
    private static final int ACCEPT_QUEUE = 4096;

    private static final int SEND_BUFFER = 128 * 1024;

    private final Server server;
    private final WatchedConnector connector;
    private final ClientWatch watch;
    private int port;

    JettyServer(ServerSettings settings, Handler.Wrapper gate, Servlet servlet, RequestLog log) throws IOException {
        ServerLimits limits = settings.limits();
        this.watch = new ClientWatch();
        this.server = new Server(ConcurrencyUtil.jettyThreadPool("http", 1, 1, true));
        this.connector = new WatchedConnector(server, watch, new HttpConnectionFactory(configuration(limits)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(limits.keepAlive().toMillis());
        connector.setShutdownIdleTimeout(-1);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        gate.setHandler(context(servlet));
        server.addConnector(connector);
        server.addBean(new HeadDeadline(connector, limits.headDeadline()));
        server.setHandler(gate);
        server.setErrorHandler(new FaultPage());
        server.setRequestLog(log);
    }

    int port() {
        return port;
    }

    WatchedConnector connector() {
        return connector;
    }

    /** @throws IOException if the address cannot be listened on */
    void start() throws IOException {
        connector.open();
        port = connector.getLocalPort();
        watch.start();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        } finally {
            watch.close();
        }
    }

    private static HttpConfiguration configuration(ServerLimits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setInputBufferSize(INPUT_BUFFER);
        http.setOutputBufferSize(OUTPUT_BUFFER);
        http.setResponseHeaderSize(ANSWER_HEAD);
        http.setMaxResponseHeaderSize(LARGEST_ANSWER_HEAD);
        http.setRequestHeaderSize(limits.head());
        http.setIdleTimeout(limits.writeStall().toMillis());
        // Otherwise a line feed alone ends a header line, which not every server in front of us sees so.
        http.setHttpCompliance(HttpCompliance.STRICT);
        // Routes see the path as the client wrote it; nothing is decoded or cleaned before it is matched.
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    private static Handler context(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(servlet), "/*");
        context.setErrorHandler(new FaultPage());
        return context;
    }
}
