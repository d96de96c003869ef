package dev.enfilade.contract.core;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Times the streaming core of the packaged product and prints the figures; asserts nothing about them, since a busy
 * machine would break that. Run by name, as {@code docs/reliability.md} says; an ordinary build leaves it out.
 */
class CoreBench {

    @Test
    void printFigures() throws Exception {
        try (Deployment deployment = Deployment.start()) {
            warmUp(deployment);
            tokenDelay(deployment);
            openStreams(deployment, 2_000);
        }
    }

    static void warmUp(Deployment deployment) throws IOException {
        deployment
                .backend()
                .plays(List.of(Act.send(
                        Wire.SSE_HEAD + Wire.chunks(Wire.token("a"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK)));
        for (int i = 0; i < 2_000; i++) {
            try (Client client = Client.post(deployment.address(), "/api/chat", Crowd.CHAT)) {
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
        List<Long> delays = new ArrayList<>();
        try (Client client =
                Client.post(deployment.address(), "/api/chat", Crowd.CHAT).head()) {
            for (int i = 0; i < 200; i++) {
                client.bodyLine();
                delays.add(System.nanoTime() - sent.take());
            }
        }
        Samples.of(delays).print("a token, from the backend's write to the client's line");
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

    private static void openStreams(Deployment deployment, int count) throws Exception {
        deployment.backend().plays(List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait()));
        List<Long> delays = new ArrayList<>();
        try (Crowd _ = Crowd.listening(deployment.product(), "/api/chat", count)) {
            for (int i = 0; i < 200; i++) {
                delays.add(probe(deployment.product()));
            }
        }
        Samples.of(delays).print("/livez beside " + count + " open streams");
        for (int i = 0; i < count; i++) {
            deployment.backend().awaitDeparture();
        }
    }

    /** How long the product takes to say that it lives. */
    static long probe(PackagedProduct product) throws IOException {
        long asked = System.nanoTime();
        try (Client probe = Client.get(product.address(), "/livez")) {
            probe.head().bodyLines();
        }
        return System.nanoTime() - asked;
    }
}
