package dev.enfilade.contract.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that leaves cancels its backend, in every phase, also while nothing is being said. */
class CancellationTest {

    private static final String BODY =
            "{\"model\":\"m\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start();
    }

    @AfterAll
    static void stop() throws Exception {
        deployment.close();
    }

    /** What the backend has sent when it falls silent, and how many lines of it reach the client. */
    record Phase(String name, List<Act> acts, int lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> waysToLeave() {
        List<Phase> phases = List.of(
                new Phase("before the backend's headers", List.of(new Act.Wait()), 0),
                new Phase("before the first token", List.of(Act.send(Wire.SSE_HEAD), new Act.Wait()), 0),
                new Phase(
                        "in the middle",
                        List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait()),
                        1));
        return Stream.of("/api/chat", "/api/generate", "/v1/chat/completions")
                .flatMap(path -> phases.stream()
                        .flatMap(phase -> Stream.of(true, false)
                                .flatMap(streamed -> Stream.of(true, false)
                                        .map(reset -> Arguments.of(path, phase, streamed, reset)))));
    }

    @ParameterizedTest(name = "{0}, {1}, streamed: {2}, reset: {3}")
    @MethodSource("waysToLeave")
    void theBackendSeesItsConnectionEnd(String path, Phase phase, boolean streamed, boolean reset) throws Exception {
        deployment.backend().plays(phase.acts());
        Client client = Client.post(
                deployment.address(), path, BODY.formatted(streamed).replace("\"messages\"", messagesOr(path)));
        deployment.backend().awaitArrival();
        if (streamed && phase.lines() > 0) {
            client.head().bodyLine();
        }
        if (reset) {
            client.reset();
        } else {
            client.close();
        }

        deployment.backend().awaitDeparture();
    }

    private static String messagesOr(String path) {
        return path.equals("/api/generate") ? "\"prompt\":\"hi\",\"ignored\"" : "\"messages\"";
    }

    @Test
    void fiveHundredLeaveAtOnceAndTheServerGoesOn() throws Exception {
        deployment.backend().plays(List.of(new Act.Wait()));
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            clients.add(Client.post(deployment.address(), "/api/chat", BODY.formatted(true)));
        }
        for (int i = 0; i < 500; i++) {
            deployment.backend().awaitArrival();
        }
        for (Client client : clients) {
            client.close();
        }
        for (int i = 0; i < 500; i++) {
            deployment.backend().awaitDeparture();
        }

        assertAlive();
    }

    @Test
    void twoThousandStreamsAreOpenAtOnceAndTheServerStillAnswers() throws Exception {
        deployment.backend().plays(List.of(Act.send(Wire.SSE_HEAD + Wire.chunks(Wire.token("a"))), new Act.Wait()));
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            clients.add(Client.post(deployment.address(), "/api/chat", BODY.formatted(true)));
        }
        for (Client client : clients) {
            assertThat(client.head().bodyLine())
                    .hasValueSatisfying(line -> assertThat(line).contains("\"a\""));
        }

        assertAlive();
        for (Client client : clients) {
            client.close();
        }
        for (int i = 0; i < 2_000; i++) {
            deployment.backend().awaitArrival();
            deployment.backend().awaitDeparture();
        }
    }

    private static void assertAlive() throws IOException {
        try (Client probe = Client.get(deployment.address(), "/livez").head()) {
            assertThat(probe.status()).isEqualTo(200);
        }
    }
}
