package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.health.BackendHealth;
import dev.enfilade.bootstrap.health.HealthRoutes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other surfaces and settings under a running server. */
@Timeout(60)
class RenewTest {

    private static final ServerSettings WITH_ORIGIN = new ServerSettings(
            TestServer.SETTINGS.host(),
            TestServer.SETTINGS.port(),
            new OriginRule(List.of("https://app.example.com")),
            Optional.empty(),
            TestServer.SETTINGS.limits(),
            TestServer.SETTINGS.drain());

    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch formerEnded = new CountDownLatch(1);

    @Test
    void whatIsUnderWayStaysAndEverythingElseIsNew() throws Exception {
        try (TestServer server = start();
                RawClient early = server.connect().get("/api/slow")) {
            assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();

            renew(server, TestServer.SETTINGS);

            try (RawClient late = server.connect()) {
                assertThat(late.get("/api/name").answer().body()).isEqualTo("second");
                assertThat(late.get("/api/slow").answer().status()).isEqualTo(404);
                assertThat(formerEnded.getCount()).isEqualTo(1);
            }
            go.countDown();
            assertThat(early.answer().body()).isEqualTo("first");
            assertThat(formerEnded.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(early.get("/api/name").answer().body()).isEqualTo("second");
        }
    }

    @Test
    void formerOneWithoutRequestsEndsAtOnce() throws Exception {
        try (TestServer server = start()) {
            renew(server, TestServer.SETTINGS);

            assertThat(formerEnded.getCount()).isZero();
        }
    }

    @Test
    void newcomersAreJudgedByTheNewSettings() throws Exception {
        String fromPage = "GET /api/name HTTP/1.1\r\nHost: evil.example.com\r\nOrigin: https://app.example.com\r\n\r\n";
        try (TestServer server = start();
                RawClient client = server.connect()) {
            assertThat(client.send(fromPage).answer().status()).isEqualTo(403);

            renew(server, WITH_ORIGIN);

            assertThat(client.send(fromPage).answer().body()).isEqualTo("second");
        }
    }

    private TestServer start() throws IOException {
        return new TestServer(server -> {
            server.ollama.get("/api/name", ctx -> ctx.result("first"));
            server.ollama.get("/api/slow", ctx -> {
                underWay.countDown();
                assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
                ctx.result("first");
            });
        });
    }

    private void renew(TestServer server, ServerSettings settings) {
        TestSurface ollama = new TestSurface("ollama", server.lifecycle::cutting);
        ollama.get("/api/name", ctx -> ctx.result("second"));
        server.server.renew(
                settings,
                new Surfaces(ollama.asSurface(), server.openai.asSurface()),
                new HealthRoutes("1.2.3", server.lifecycle::ready, List::<BackendHealth>of).all(),
                formerEnded::countDown);
    }
}
