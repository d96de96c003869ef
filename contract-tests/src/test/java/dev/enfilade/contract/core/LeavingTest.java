package dev.enfilade.contract.core;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged product, told to end while it has streams of every age. */
@Timeout(120)
class LeavingTest {

    private static final int STREAMS = 60;
    private static final String CHAT =
            "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String REST = Wire.chunks(Wire.token("b"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK;

    private final CountDownLatch allowed = new CountDownLatch(1);

    @Test
    void noStreamIsCutBeItWithoutAHeadAndThenTheProcessEnds() throws Exception {
        try (Deployment deployment = Deployment.start()) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                String begun = List.of("", Wire.SSE_HEAD, Wire.SSE_HEAD + Wire.chunks(Wire.token("a")))
                        .get(i % 3);
                deployment.backend().plays(connection -> play(connection, begun));
                String path = i % 2 == 0 ? "/api/chat" : "/v1/chat/completions";
                clients.add(Client.post(deployment.address(), path, CHAT));
                deployment.backend().awaitArrival();
            }

            assertThat(deployment.product().process().destroy()).isTrue();
            awaitNotReady(deployment);
            allowed.countDown();

            for (Client client : clients) {
                List<String> lines = client.head().bodyLines();
                assertThat(client.status()).isEqualTo(200);
                assertThat(String.join("\n", lines))
                        .containsAnyOf("\"done\":true", "[DONE]")
                        .doesNotContain("error");
                client.close();
            }
            assertThat(deployment
                            .product()
                            .process()
                            .onExit()
                            .get(60, TimeUnit.SECONDS)
                            .isAlive())
                    .isFalse();
        }
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
    private static void awaitNotReady(Deployment deployment) throws IOException {
        int status;
        do {
            try (Client probe = Client.get(deployment.address(), "/readyz").head()) {
                status = probe.status();
            }
        } while (status == 200);
        assertThat(status).isEqualTo(503);
    }
}
