package dev.enfilade.contract.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenAI-compatible backend that follows a script. Its framing is its own, so that it can break off where a library
 * would tidy up. Requests for models are answered at any time and are not held against the product.
 */
final class ScriptedBackend implements AutoCloseable {

    private final BackendScript script = new BackendScript();
    private final ModelList models;
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private ScriptedBackend(ModelList models, ServerSocket server) {
        this.models = models;
        this.server = server;
    }

    static ScriptedBackend start(ModelList models) throws IOException {
        ScriptedBackend backend =
                new ScriptedBackend(models, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("scripted-backend").start(backend::acceptAll);
        return backend;
    }

    BackendScript script() {
        return script;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().name("scripted-connection").start(() -> serve(connection));
            } catch (IOException e) {
                refuseUnlessClosed(e);
            }
        }
    }

    private void refuseUnlessClosed(IOException e) {
        if (!server.isClosed()) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            WireReader in = new WireReader(connection.getInputStream());
            ReplyWriter out = new ReplyWriter(connection.getOutputStream());
            boolean open = true;
            while (open) {
                open = serveOne(in, out);
            }
        } catch (SocketException _) {
            // The product left, as it may at any time.
            return;
        } catch (IOException malformed) {
            script.refuse(malformed);
        } finally {
            connections.remove(connection);
        }
    }

    private boolean serveOne(WireReader in, ReplyWriter out) throws IOException {
        Optional<BackendRequest> request = BackendRequest.read(in);
        if (request.isEmpty()) {
            return false;
        }
        BackendReply reply = answer(request.get());
        out.write(reply, request.get());
        return !reply.breaksOff();
    }

    private BackendReply answer(BackendRequest request) {
        return request.method().equals("GET") ? models.answer(request.target()) : script.ask(request);
    }
}
