package dev.enfilade.contract.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.core.Fault.Ending.Early;
import dev.enfilade.contract.core.Fault.Ending.Late;
import dev.enfilade.contract.core.Fault.Ending.Success;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a backend does, a client gets the truth: all of an answer and its mark, or an error, and never both or
 * neither.
 */
class FaultTest {

    private static final String CHAT = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String WHOLE = CHAT.replace("\"model\"", "\"stream\":false,\"model\"");
    private static final String V1 = CHAT.replace("\"model\"", "\"stream\":true,\"model\"");

    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start();
    }

    @AfterAll
    static void stop() throws Exception {
        deployment.close();
    }

    static Stream<Fault> faults() {
        return Faults.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aStreamedChatEndsInTheTruth(Fault fault) throws Exception {
        deployment.backend().plays(fault.acts());

        try (Client client = Client.post(deployment.address(), "/api/chat", CHAT)) {
            OllamaAnswer answer = OllamaAnswer.read(client);
            switch (fault.ending()) {
                case Success success ->
                    assertThat(answer).isEqualTo(new OllamaAnswer(200, success.tokens(), true, List.of()));
                case Early early ->
                    assertThat(answer)
                            .isEqualTo(new OllamaAnswer(early.status(), List.of(), false, List.of(early.error())));
                case Late late -> assertLate(answer, late);
            }
        }
    }

    /**
     * A reset may take tokens with it that were on their way; what arrived is a prefix, and none at all is an early
     * error.
     */
    private static void assertLate(OllamaAnswer answer, Late late) {
        assertThat(late.tokens().subList(0, answer.tokens().size())).isEqualTo(answer.tokens());
        assertThat(answer.errors()).containsExactly(late.error());
        assertThat(answer.done()).isFalse();
        assertThat(answer.status()).isEqualTo(answer.tokens().isEmpty() ? 502 : 200);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRelayedStreamEndsInTheTruth(Fault fault) throws Exception {
        deployment.backend().plays(fault.acts());

        try (Client client =
                Client.post(deployment.address(), "/v1/chat/completions", V1).head()) {
            String body = String.join("\n", client.bodyLines());
            boolean finished = body.contains("\"finish_reason\":\"stop\"");
            boolean failed = client.status() >= 400 || body.contains("\"error\":{") || body.contains("error: {");
            switch (fault.ending()) {
                case Success _ -> assertThat(finished && !failed).as(body).isTrue();
                case Early early ->
                    assertThat(failed && !finished).as(early + " " + body).isTrue();
                case Late _ ->
                    assertThat(failed || body.contains("{\"choices\":[\n") || finished)
                            .as(body)
                            .isTrue();
            }
        }
    }

    @Test
    void aWholeAnswerThatIsCutIsAnErrorAndNotHalfAnAnswer() throws Exception {
        deployment
                .backend()
                .plays(List.of(
                        Act.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
                                + "{\"choices\":[{\"message\":{\"content\":\"half"),
                        new Act.Fin()));

        assertEarly(WHOLE, 502, "upstream closed the stream before it was complete");
    }

    @Test
    void aRateLimitTellsWhenToComeBack() throws Exception {
        deployment
                .backend()
                .plays(List.of(Act.send(Wire.answer(
                        429,
                        "Content-Type: application/json\r\nRetry-After: 7\r\n",
                        "{\"error\":{\"message\":\"slow down\"}}"))));

        for (String path : List.of("/api/chat", "/v1/chat/completions")) {
            try (Client client = Client.post(deployment.address(), path, CHAT).head()) {
                assertThat(client.status()).isEqualTo(429);
                assertThat(client.header("Retry-After")).hasValue("7");
            }
        }
    }

    @Test
    void aRedirectNeverTakesThePromptElsewhere() throws Exception {
        try (ServerSocket canary = new ServerSocket(0)) {
            deployment
                    .backend()
                    .plays(List.of(Act.send(Wire.answer(
                            307,
                            "Location: http://127.0.0.1:" + canary.getLocalPort() + "/v1/chat/completions\r\n",
                            ""))));
            assertEarly(CHAT, 502, "upstream sent an invalid response");
            canary.setSoTimeout(200);
            assertThat(accepted(canary)).isFalse();
        }
    }

    @Test
    void aConnectionThatTheBackendClosedWhileItWasIdleCostsNobodyAnAnswer() throws Exception {
        String good =
                Wire.SSE_HEAD + Wire.chunks(Wire.token("a"), Wire.token("b"), Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK;
        AtomicInteger onThisConnection = new AtomicInteger();
        deployment
                .backend()
                .plays(connection ->
                        onThisConnection.getAndIncrement() % 2 == 0 ? List.of(Act.send(good)) : List.of(new Act.Fin()));

        for (int i = 0; i < 10; i++) {
            try (Client client = Client.post(deployment.address(), "/api/chat", CHAT)) {
                assertThat(OllamaAnswer.read(client).done()).as("request %s", i).isTrue();
            }
        }
    }

    @Test
    void tokensArriveInOrderEachBeforeTheBackendSendsTheNext() throws Exception {
        SynchronousQueue<Integer> turn = new SynchronousQueue<>();
        deployment.backend().plays(connection -> {
            sendInTurns(connection, turn);
            return List.of(Act.send(Wire.chunks(Wire.FINISH, Wire.DONE) + Wire.LAST_CHUNK));
        });

        try (Client client = Client.post(deployment.address(), "/api/chat", CHAT)) {
            turn.put(0);
            client.head();
            for (int i = 0; i < 20; i++) {
                String line = client.bodyLine().orElseThrow();
                assertThat(line).contains("\"content\":\"t" + i + "\"");
                turn.put(i + 1);
            }
            assertThat(client.bodyLines()).hasSize(1);
        }
    }

    private static void sendInTurns(Backend.Connection connection, SynchronousQueue<Integer> turn) {
        try {
            connection.send(Wire.SSE_HEAD);
            for (int i = turn.take(); i < 20; i = turn.take()) {
                connection.send(Wire.chunk(Wire.token("t" + i)));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean accepted(ServerSocket canary) throws IOException {
        try {
            canary.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static void assertEarly(String request, int status, String error) throws IOException {
        try (Client client = Client.post(deployment.address(), "/api/chat", request)) {
            assertThat(OllamaAnswer.read(client)).isEqualTo(new OllamaAnswer(status, List.of(), false, List.of(error)));
        }
    }
}
