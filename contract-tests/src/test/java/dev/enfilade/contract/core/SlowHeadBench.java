package dev.enfilade.contract.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Measures what heads that come byte by byte do to others, and when their connections end; prints the figures and
 * asserts nothing about them. {@code -Dslow.heads=5000} says how many there are.
 */
class SlowHeadBench {

    private static final PrintStream OUT = System.out;
    private static final int HEADS = Integer.getInteger("slow.heads", 5_000);
    private static final int A_SECOND = 1_000;
    private static final int MILLIS_TO_A_PROBE = 50;
    private static final String BEGINNING = "GET /api/version HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    @Test
    void othersBesideSlowHeads() throws Exception {
        try (Deployment deployment = Deployment.start();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            CoreBench.warmUp(deployment);
            Collection<Long> ends = new ConcurrentLinkedQueue<>();
            List<Future<Boolean>> slow = new ArrayList<>();
            for (int i = 0; i < HEADS; i++) {
                slow.add(clients.submit(() -> ends.add(dribble(deployment.address()))));
                TimeUnit.MICROSECONDS.sleep(200);
            }
            List<Long> delays = new ArrayList<>();
            while (!slow.stream().allMatch(Future::isDone)) {
                delays.add(ask(deployment));
                TimeUnit.MILLISECONDS.sleep(MILLIS_TO_A_PROBE);
            }
            Samples.of(delays).print("/api/version beside " + HEADS + " slow heads");
            Samples.of(ends).print("end of a slow head");
            OUT.printf("%d of %d ended%n", ends.size(), HEADS);
        }
    }

    private static long ask(Deployment deployment) throws IOException {
        long asked = System.nanoTime();
        try (Client client = Client.get(deployment.address(), "/api/version")) {
            client.head().bodyLines();
        }
        return System.nanoTime() - asked;
    }

    /** A byte a second until the other side ends it; how long that took. */
    private static long dribble(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            long connected = System.nanoTime();
            socket.getOutputStream().write(BEGINNING.getBytes(US_ASCII));
            socket.setSoTimeout(A_SECOND);
            try {
                while (!hasEnded(socket)) {
                    socket.getOutputStream().write('x');
                }
            } catch (IOException e) {
                // A reset is an end too.
            }
            return System.nanoTime() - connected;
        }
    }

    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
