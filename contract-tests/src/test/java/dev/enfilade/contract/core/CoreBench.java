package dev.enfilade.contract.core;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Times the streaming core of the packaged product and prints the figures; asserts nothing about them, since a busy
 * machine would break that. Run by name, as {@code docs/reliability.md} says; an ordinary build leaves it out.
 */
class CoreBench {

    private static final String CHAT =
            "{\"model\":\"m\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final PrintStream OUT = System.out;

    @Test
    void printFigures() throws Exception {
        try (Deployment deployment = Deployment.start()) {
            warmUp(deployment);
            tokenDelay(deployment);
            cancelDelay(deployment, "before the backend's headers", List.of(new Act.Wait()), 0);
            cancelDelay(deployment, "before the first token", List.of(Act.send(Wire.SSE_HEAD), new Act.Wait()), 0);
            cancelDelay(
                    deployment,
                    "in the middle, backend silent",
                    List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait()),
                    1);
            cancelAtOnce(deployment, 500);
            openStreams(deployment, 2_000);
        }
    }

    private static void warmUp(Deployment deployment) throws IOException {
        deployment
                .backend()
                .plays(List.of(Act.send(
                        Wire.SSE_HEAD + Wire.chunks(Wire.token("a"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK)));
        for (int i = 0; i < 2_000; i++) {
            try (Client client = Client.post(deployment.address(), "/api/chat", CHAT.formatted(true))) {
                client.head().bodyLines();
            }
        }
    }

    /** A token every 20 ms; how long each takes from the backend's write to the client's line. */
    private static void tokenDelay(Deployment deployment) throws Exception {
        LinkedBlockingQueue<Long> sent = new LinkedBlockingQueue<>();
        deployment.backend().plays(connection -> {
            sendPaced(connection, sent);
            return List.of(Act.send(Wire.chunks(Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK));
        });
        long[] delays = new long[200];
        try (Client client = Client.post(deployment.address(), "/api/chat", CHAT.formatted(true))
                .head()) {
            for (int i = 0; i < delays.length; i++) {
                client.bodyLine();
                delays[i] = System.nanoTime() - sent.take();
            }
        }
        print("a token, from the backend's write to the client's line", delays);
    }

    private static void sendPaced(Backend.Connection connection, LinkedBlockingQueue<Long> sent) {
        try {
            connection.send(Wire.SSE_HEAD);
            for (int i = 0; i < 200; i++) {
                TimeUnit.MILLISECONDS.sleep(20);
                sent.add(System.nanoTime());
                connection.send(Wire.chunk(Wire.token("t")));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void cancelDelay(Deployment deployment, String phase, List<Act> acts, int lines) throws Exception {
        deployment.backend().plays(acts);
        for (boolean streamed : new boolean[] {true, false}) {
            long[] delays = new long[200];
            for (int i = 0; i < delays.length; i++) {
                Client client = Client.post(deployment.address(), "/api/chat", CHAT.formatted(streamed));
                deployment.backend().awaitArrival();
                if (streamed && lines > 0) {
                    client.head().bodyLine();
                } else {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                long left = System.nanoTime();
                client.close();
                delays[i] = deployment.backend().awaitDeparture() - left;
            }
            print("cancel " + phase + (streamed ? ", streamed" : ", whole"), delays);
        }
    }

    private static void cancelAtOnce(Deployment deployment, int count) throws Exception {
        deployment.backend().plays(List.of(new Act.Wait()));
        List<Client> clients = open(deployment, count);
        for (int i = 0; i < count; i++) {
            deployment.backend().awaitArrival();
        }
        long left = System.nanoTime();
        for (Client client : clients) {
            client.close();
        }
        long[] delays = new long[count];
        for (int i = 0; i < count; i++) {
            delays[i] = deployment.backend().awaitDeparture() - left;
        }
        print(count + " clients leave at once", delays);
    }

    private static void openStreams(Deployment deployment, int count) throws Exception {
        deployment.backend().plays(List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait()));
        List<Client> clients = open(deployment, count);
        for (Client client : clients) {
            client.head().bodyLine();
            deployment.backend().awaitArrival();
        }
        long[] delays = new long[200];
        for (int i = 0; i < delays.length; i++) {
            long asked = System.nanoTime();
            try (Client probe = Client.get(deployment.address(), "/livez")) {
                probe.head().bodyLines();
            }
            delays[i] = System.nanoTime() - asked;
        }
        print("/livez beside " + count + " open streams", delays);
        for (Client client : clients) {
            client.close();
        }
        for (int i = 0; i < count; i++) {
            deployment.backend().awaitDeparture();
        }
    }

    private static List<Client> open(Deployment deployment, int count) throws InterruptedException {
        List<Client> clients = new ArrayList<>();
        CountDownLatch opened = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    Client client = Client.post(deployment.address(), "/api/chat", CHAT.formatted(true));
                    synchronized (clients) {
                        clients.add(client);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                } finally {
                    opened.countDown();
                }
            });
        }
        opened.await();
        return clients;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        OUT.printf(
                "%-58s median %7.2f ms   p99 %7.2f ms   max %7.2f ms   (%d)%n",
                what, millis(nanos, 50), millis(nanos, 99), millis(nanos, 100), nanos.length);
    }

    private static double millis(long[] sorted, int percentile) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }
}
