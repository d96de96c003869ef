package dev.enfilade.contract.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.relay.StrictRequests.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing reaches a backend that a strict reader would not have read out of the client's bytes: mutated requests go
 * through the product, and what arrives is compared. {@code -Drelay.mutations=1000000} makes it long.
 */
@Timeout(3_600)
class SmugglingTest {

    private static final int CASES = Integer.getInteger("relay.mutations", 3_000);
    private static final long SEED = Long.getLong("relay.seed", 20_261_121L);
    private static final int AT_ONCE = 48;
    private static final int SILENCE_MILLIS = 250;

    private static RelayDeployment deployment;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        deployment = RelayDeployment.start();
    }

    @AfterAll
    static void stop() throws IOException {
        deployment.close();
    }

    @Test
    void mutatedRequestsArriveAsAStrictReaderReadsThemOrNotAtAll() throws Exception {
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        Set<Asked> expected = new HashSet<>();
        Semaphore room = new Semaphore(AT_ONCE);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CASES; i++) {
                long seed = SEED + i;
                String bytes = Mutations.of(seed, Long.toString(seed));
                List<Asked> asked = StrictRequests.in(bytes);
                expected.addAll(asked);
                room.acquire();
                running.add(threads.submit((Callable<Void>) () -> {
                    try {
                        check(seed, bytes, asked.size(), wrong);
                    } finally {
                        room.release();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        List<Asked> smuggled = deployment.backend().drain().stream()
                .map(SmugglingTest::asked)
                .filter(asked -> !expected.contains(asked))
                .toList();
        assertThat(smuggled).isEmpty();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/x\r\n\r\n",
                "GET /v1/x HTTP/0.9\r\nHost: localhost\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET  /v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/x  HTTP/1.1\r\nHost: localhost\r\n\r\n",
                " GET /v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/x HTTP/1.1 \r\nHost: localhost\r\n\r\n",
                "GET /v1/x\tHTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/x HTTP/1.1\nHost: localhost\n\n",
                "GET /v1/x HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost : localhost\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET http://evil.example/v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://localhost@evil.example/v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "get /v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE /v1/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /v1/x HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
                "POST /v1/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1;a=\"b\r\na\r\n0\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n8000000000000001\r\na\r\n0\r\n\r\n",
                "GET /v1/../x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/a/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/a%2f..%2fx HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1//x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/a\\..\\x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/..;/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/x#y HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/x%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /v1/x HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n\r\n"
            })
    void whatIsNoProperRequestIsRefusedAndReachesNobody(String bytes) throws Exception {
        try (RawConnection client = deployment.connect()) {
            Message answer = client.send(bytes).answer();

            assertThat(answer.status()).isBetween(400, 431);
            assertThat(answer.body()).matches("|\\{\"error\":.*");
        }
        assertThat(deployment.backend().drain()).isEmpty();
    }

    @Test
    void goodRequestsInOnePieceAreAnsweredInOrder() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            all.append("POST /v1/pipelined/" + i + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
        }
        try (RawConnection client = deployment.connect()) {
            client.send(all.toString());
            for (int i = 0; i < 20; i++) {
                assertThat(client.answer().status()).isEqualTo(200);
                assertThat(asked(deployment.backend().request()))
                        .isEqualTo(new Asked("POST", "/v1/pipelined/" + i, "hello"));
            }
        }
    }

    private static void check(long seed, String bytes, int asked, ConcurrentLinkedQueue<String> wrong)
            throws IOException {
        int good = 0;
        try (RawConnection client = deployment.connect()) {
            for (Message answer : client.send(bytes).answersUntilSilence(SILENCE_MILLIS)) {
                good += answer.status() / 100 == 2 ? 1 : 0;
                if (answer.status() >= 500) {
                    wrong.add(seed + " was answered " + answer);
                }
            }
        }
        if (good > asked) {
            wrong.add(seed + " was answered " + good + " times for " + asked + " requests");
        }
    }

    private static Asked asked(Message request) {
        String[] first = request.firstLine().split(" ", 3);
        return new Asked(first[0], first[1], request.body());
    }
}
