package dev.enfilade.adapter.out.openai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A TCP server on loopback that does, byte for byte, what its scripts say: the first script on the first connection,
 * and so on; the last one also on all later connections.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.start(peer -> {
 *     peer.request();
 *     peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
 *     peer.reset();
 * })) { ... }
 * }</pre>
 */
public final class ScriptedServer implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final ServerSocket listener;
    private final List<Script> scripts;
    private final List<Peer> peers = new ArrayList<>();
    private final BlockingQueue<Peer> accepted = new LinkedBlockingQueue<>();
    private @Nullable Throwable wrong;

    private ScriptedServer(ServerSocket listener, List<Script> scripts) {
        this.listener = listener;
        this.scripts = scripts;
    }

    public static ScriptedServer start(Script... scripts) {
        try {
            return start(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), scripts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves a socket of the test's own making, such as one with TLS or another address. */
    public static ScriptedServer start(ServerSocket listener, Script... scripts) {
        ScriptedServer server = new ScriptedServer(listener, List.of(scripts));
        Thread.ofVirtual().name("scripted server").start(server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The server's address with this path, such as {@code /v1/models}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The next connection that nobody has asked for yet; waits until there is one. */
    public Peer nextPeer() throws InterruptedException {
        Peer peer = accepted.poll(30, TimeUnit.SECONDS);
        if (peer == null) {
            throw new IllegalStateException("no connection came");
        }
        return peer;
    }

    /** How many connections have been accepted. */
    public synchronized int connections() {
        return peers.size();
    }

    /** Ends everything; complains if a script failed otherwise than by a connection that the client had closed. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Peer peer : peersSoFar()) {
                peer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complain();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Peer peer = new Peer(socket);
                Script script = add(peer);
                accepted.add(peer);
                Thread.ofVirtual().name("script").start(() -> play(script, peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Script script, Peer peer) {
        try (peer) {
            script.play(peer);
        } catch (IOException clientGone) {
            // Cutting a connection under a script is what many tests are for.
        } catch (InterruptedException | RuntimeException e) {
            remember(e);
        }
    }

    private synchronized Script add(Peer peer) {
        peers.add(peer);
        return scripts.get(Math.min(peers.size(), scripts.size()) - 1);
    }

    private synchronized List<Peer> peersSoFar() {
        return List.copyOf(peers);
    }

    private synchronized void remember(Throwable e) {
        wrong = e;
    }

    private synchronized void complain() {
        if (wrong != null) {
            throw new IllegalStateException("a script failed", wrong);
        }
    }
}
