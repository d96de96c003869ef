package dev.enfilade.contract.golden;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A server for one connection that says given bytes, whatever they are, once it has been asked; then it closes. */
final class OneShotServer implements AutoCloseable {

    private final ServerSocket server;
    private final CompletableFuture<BackendRequest> asked = new CompletableFuture<>();

    private OneShotServer(ServerSocket server) {
        this.server = server;
    }

    /** Says {@code interim} when it has the head, and {@code answer} when it has the whole request. */
    static OneShotServer saying(String interim, String answer) throws IOException {
        OneShotServer started = new OneShotServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("one-shot").start(() -> started.serve(interim, answer));
        return started;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    BackendRequest asked() {
        return asked.join();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(String interim, String answer) {
        try (Socket connection = server.accept()) {
            OutputStream out = connection.getOutputStream();
            out.write(interim.getBytes(StandardCharsets.UTF_8));
            Optional<BackendRequest> request = BackendRequest.read(new WireReader(connection.getInputStream()));
            asked.complete(request.orElseThrow());
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            asked.completeExceptionally(e);
        }
    }
}
