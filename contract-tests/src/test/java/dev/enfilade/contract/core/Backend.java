package dev.enfilade.contract.core;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A backend that acts out a script on raw sockets and tells when the other side leaves. Lists one model, {@code m};
 * every other request is answered by the script.
 */
public final class Backend implements AutoCloseable {

    private static final String MODELS =
            "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\",\"created\":1,\"owned_by\":\"test\"}]}";

    private final ServerSocket server;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final LinkedBlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Long> departures = new LinkedBlockingQueue<>();
    private volatile Function<Connection, List<Act>> script = _ -> List.of(new Act.Fin());

    private Backend(ServerSocket server) {
        this.server = server;
    }

    /** Starts on a free port of the loopback interface. */
    public static Backend start() throws IOException {
        Backend backend = new Backend(new ServerSocket(0, 4096, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(backend::accept);
        return backend;
    }

    /** The base URL, up to and with {@code /v1}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    /** From now on every request is answered by these acts. */
    void plays(List<Act> acts) {
        plays(_ -> acts);
    }

    /**
     * From now on every request is answered by what this does with the connection itself, and then by the acts it
     * gives.
     */
    public void plays(Function<Connection, List<Act>> acting) {
        arrivals.clear();
        departures.clear();
        script = acting;
    }

    int asked() {
        return asked.get();
    }

    /** How many connections are open, idle ones too. */
    public int open() {
        return open.get();
    }

    /** Waits until a request has been read; its time in nanoseconds. */
    long awaitArrival() throws InterruptedException {
        return next(arrivals, "a request");
    }

    /** Waits until the other side has left a connection whose script was waiting; its time in nanoseconds. */
    long awaitDeparture() throws InterruptedException {
        return next(departures, "the end of a connection");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static long next(LinkedBlockingQueue<Long> times, String what) throws InterruptedException {
        Long time = times.poll(20, TimeUnit.SECONDS);
        if (time == null) {
            throw new AssertionError("the backend waited 20 s for " + what);
        }
        return time;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Request request = readRequest(in);
            while (!request.line().isEmpty()) {
                if (request.line().startsWith("GET ")) {
                    boolean list = request.line().contains("/models ");
                    socket.getOutputStream()
                            .write(Wire.answer(
                                            list ? 200 : 404,
                                            "Content-Type: application/json\r\n",
                                            list ? MODELS : "{}")
                                    .getBytes(StandardCharsets.UTF_8));
                } else {
                    asked.incrementAndGet();
                    arrivals.add(System.nanoTime());
                    if (!act(new Connection(socket, in, request.body()))) {
                        return;
                    }
                }
                request = readRequest(in);
            }
        } catch (IOException e) {
            departures.add(System.nanoTime());
        } finally {
            open.decrementAndGet();
        }
    }

    /** Whether the connection can take another request. */
    private boolean act(Connection connection) throws IOException {
        for (Act act : script.apply(connection)) {
            switch (act) {
                case Act.Send send -> connection.send(send.text());
                case Act.SendForEver send -> connection.sendForEver(send.text());
                case Act.Wait _ -> {
                    connection.awaitEnd();
                    departures.add(System.nanoTime());
                    return false;
                }
                case Act.Fin _ -> {
                    return false;
                }
                case Act.Reset _ -> {
                    connection.reset();
                    return false;
                }
            }
        }
        return true;
    }

    /** A first line and a body; both empty at the end of the connection. */
    private record Request(String line, String body) {}

    private static Request readRequest(InputStream in) throws IOException {
        String first = readLine(in);
        int length = 0;
        boolean chunked = false;
        for (String line = first.isEmpty() ? "" : readLine(in); !line.isEmpty(); line = readLine(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
        }
        String body = new String(chunked ? readChunks(in) : in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(first, body);
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            readLine(in);
        }
        readLine(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(readLine(in), 16);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    /** A connection on which a script acts. */
    public static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final String body;

        private Connection(Socket socket, InputStream in, String body) {
            this.socket = socket;
            this.in = in;
            this.body = body;
        }

        /** The body of the request that is being answered. */
        public String body() {
            return body;
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends these bytes in one write. */
        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** Ends only by the exception that the other side's leaving causes. */
        void sendForEver(String text) throws IOException {
            while (true) {
                send(text);
            }
        }

        /** Returns when the other side has closed; throws when it resets. */
        public void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                // Whatever else comes is of no interest here.
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
