package dev.enfilade.contract.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of the packaged product while it has streams of every age, as many on either surface: a third of them has no
 * head yet, a third no token. They go on when it takes no more connections.
 */
final class Leaving {

    private static final String CHAT =
            "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String REST = Wire.chunks(Wire.token("b"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK;
    private static final List<String> AGES = List.of("", Wire.SSE_HEAD, Wire.SSE_HEAD + Wire.chunks(Wire.token("a")));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch allowed = new CountDownLatch(1);
    private final Deployment deployment;

    Leaving(Deployment deployment) {
        this.deployment = deployment;
    }

    /**
     * What was seen.
     *
     * @param answers status and body of each stream, in the order in which they were asked for
     * @param readiness status and body of the first probe that was not told that all is well
     * @param notReady from the signal to the first probe that says so
     * @param exit from the last answer to the end of the process
     */
    record Seen(List<String> answers, String readiness, Duration notReady, Duration exit) {

        long whole() {
            return answers.stream().filter(Seen::isWhole).count();
        }

        static boolean isWhole(String answer) {
            return answer.startsWith("200 ")
                    && !answer.contains("error")
                    && (answer.contains("\"done\":true") || answer.contains("[DONE]"));
        }
    }

    Seen with(int streams) throws IOException, InterruptedException, TimeoutException {
        List<Client> clients = open(streams);
        long told = System.nanoTime();
        deployment.product().process().destroy();
        String readiness = awaitNotReady();
        Duration notReady = Duration.ofNanos(System.nanoTime() - told);
        awaitClosedDoor();
        allowed.countDown();
        List<String> answers = new ArrayList<>();
        for (Client client : clients) {
            answers.add(answer(client));
        }
        long last = System.nanoTime();
        awaitExit(deployment.product());
        return new Seen(answers, readiness, notReady, Duration.ofNanos(System.nanoTime() - last));
    }

    private List<Client> open(int streams) throws IOException, InterruptedException {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            String begun = AGES.get(i % AGES.size());
            deployment.backend().plays(connection -> play(connection, begun));
            clients.add(Client.post(deployment.address(), i % 2 == 0 ? "/api/chat" : "/v1/chat/completions", CHAT));
            deployment.backend().awaitArrival();
        }
        return clients;
    }

    private List<Act> play(Backend.Connection connection, String begun) {
        try {
            connection.send(begun.getBytes(US_ASCII));
            allowed.await();
            return List.of(Act.send(begun.isEmpty() ? Wire.SSE_HEAD + REST : REST));
        } catch (IOException e) {
            return List.of(new Act.Reset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Act.Reset());
        }
    }

    /** The door is still open then, so that balancers can see it. */
    private String awaitNotReady() throws IOException {
        String ready;
        do {
            ready = answer(Client.get(deployment.address(), "/readyz"));
        } while (ready.startsWith("200 "));
        return ready;
    }

    /** From then on only the streams keep it. */
    private void awaitClosedDoor() {
        boolean open = true;
        while (open) {
            try (Client _ = Client.get(deployment.address(), "/livez")) {
                Thread.onSpinWait();
            } catch (IOException refused) {
                open = false;
            }
        }
    }

    private static String answer(Client client) {
        try (client) {
            client.head();
            return client.status() + " " + String.join("\n", client.bodyLines());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void awaitExit(PackagedProduct product) throws InterruptedException, TimeoutException {
        try {
            product.process().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
