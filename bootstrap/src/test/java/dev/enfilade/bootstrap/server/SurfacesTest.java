package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.OllamaPorts;
import dev.enfilade.adapter.in.ollama.OllamaSettings;
import dev.enfilade.adapter.in.ollama.OllamaSurface;
import dev.enfilade.adapter.in.openai.OpenAiSurface;
import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.bootstrap.health.HealthRoutes;
import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.server.RawClient.Answer;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.ByteStream;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server with the surfaces of the house: what only the two together can get right. */
@Timeout(60)
class SurfacesTest {

    private static final String TOKEN =
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";
    private static final String SHUTTING_DOWN = "data: {\"error\":{\"message\":\"server is shutting"
            + " down\",\"type\":\"server_error\",\"param\":null,\"code\":\"shutting_down\"}}\n\n";

    private final BlockingQueue<AccessLine> log = new LinkedBlockingQueue<>();
    private final CountDownLatch silent = new CountDownLatch(1);
    private Server server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        Lifecycle lifecycle = new Lifecycle();
        ListModelsUseCase models = () -> ModelListing.EMPTY;
        OllamaPorts ports = new OllamaPorts(
                models,
                name -> {
                    throw unexpected();
                },
                (name, time) -> {
                    throw unexpected();
                },
                List::of,
                request -> {
                    throw unexpected();
                },
                request -> {
                    throw unexpected();
                },
                request -> {
                    throw unexpected();
                });
        OllamaSurface ollama =
                new OllamaSurface(ports, OllamaSettings.DEFAULT, lifecycle::cutting, InstantSource.system());
        OpenAiSurface openai = new OpenAiSurface(
                this::relay, models, _ -> Optional.empty(), _ -> true, Optional.empty(), lifecycle::cutting);
        ServerSettings usual = TestServer.SETTINGS;
        DrainTimes drain = new DrainTimes(Duration.ZERO, Duration.ofMillis(100));
        server = new Server(
                new ServerSettings(usual.host(), 0, usual.origins(), usual.hosts(), usual.limits(), drain),
                new Surfaces(surface(ollama), surface(openai)),
                new HealthRoutes("1", lifecycle::ready, List::of).all(),
                lifecycle,
                log::add);
        server.start();
        client = new RawClient(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200, text/plain; charset=utf-8, Ollama is running",
        "GET, /api/version, 200, application/json; charset=utf-8, '{\"version\":\"0.33.0\"}'",
        "GET, /%61p%69%2Fversion, 200, application/json; charset=utf-8, '{\"version\":\"0.33.0\"}'",
        "POST, /api/ta%67s?x=%61, 405, text/plain, 405 method not allowed",
        "GET, /%76%31/models, 404, text/plain, 404 page not found",
        "GET, /api%2F%2e%2e/api/version, 404, text/plain, 404 page not found",
        "GET, /nothing, 404, text/plain, 404 page not found",
        "POST, /api/tags, 405, text/plain, 405 method not allowed",
        "BREW, /api/chat, 405, text/plain, 405 method not allowed"
    })
    void answersAreThoseOfOllamaToTheLastSpace(String method, String path, int status, String type, String body)
            throws Exception {
        Answer answer = send(method, path, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/tags/, 301", "POST, /api/chat/, 307", "GET, //api/tags, 307", "GET, /api/../api/tags, 307"})
    void aPathThatOnlyNeedsCleaningIsRedirected(String method, String path, int status) throws Exception {
        Answer answer = send(method, path, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).startsWith("/api/");
    }

    @Test
    void headIsNotEverywhere() throws Exception {
        client.send("HEAD /api/ps HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Answer answer = client.answerToHead();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, '{\"error\":\"request body too large\"}'",
        "/v1/chat/completions, '{\"error\":{\"message\":\"request body too large\",\"type\":\"invalid_request_error\","
                + "\"param\":null,\"code\":\"request_too_large\"}}'"
    })
    void tooLargeABodyIsRefusedInTheShapeOfThePath(String path, String body) throws Exception {
        client.send("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n");

        Answer answer = client.answer();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/chat, '{\"error\":\"bad request\"}'",
        "/v1/chat/completions, '{\"error\":{\"message\":\"bad request\",\"type\":\"invalid_request_error\","
                + "\"param\":null,\"code\":\"bad_request\"}}'"
    })
    void aBadChunkIsABadRequestInTheShapeOfThePath(String path, String body) throws Exception {
        client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");

        Answer answer = client.answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void ollamasOwnRefusalsAreNoBugs() throws Exception {
        Answer answer = send("POST", "/api/copy", "{}");

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(line().outcome()).isEqualTo(Outcome.CLIENT_BAD);
    }

    @Test
    void aClientThatLeavesASilentBackendsStreamEndsIt() throws Exception {
        client.post("/v1/chat/completions", "{}");
        client.head();
        assertThat(client.chunk()).isEqualTo(TOKEN);

        client.closeInOrder();

        assertThat(line().outcome()).isEqualTo(Outcome.CLIENT_GONE);
        assertThat(silent.getCount()).as("the stream was closed").isZero();
    }

    @Test
    void aStreamThatIsCutAtTheEndOfTheProcessSaysSo() throws Exception {
        client.post("/v1/chat/completions", "{}");
        client.head();
        assertThat(client.chunk()).isEqualTo(TOKEN);

        server.drain();

        assertThat(client.chunk()).isEqualTo(SHUTTING_DOWN);
        assertThat(client.chunk()).isEmpty();
        assertThat(line().outcome()).isEqualTo(Outcome.DRAINED);
    }

    private static Surface surface(OllamaSurface ollama) {
        return new Surface(ollama::addTo, ollama::answer, ollama::notFound, ollama::methodNotAllowed, ollama::allowed);
    }

    private static Surface surface(OpenAiSurface openai) {
        return new Surface(
                openai::addTo, openai::answer, openai::notFound, openai::methodNotAllowed, path -> List.of());
    }

    private RelayResponse relay(RelayRequest request) {
        Headers headers = new Headers(List.of(new Header("Content-Type", "text/event-stream")));
        return new RelayResponse(200, headers, new OneTokenThenSilence());
    }

    private final class OneTokenThenSilence implements ByteStream {
        private boolean said;

        @Override
        public int read(byte[] buffer) {
            if (said) {
                return await();
            }
            said = true;
            byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(token, 0, buffer, 0, token.length);
            return token.length;
        }

        @Override
        public void close() {
            silent.countDown();
        }

        private int await() {
            try {
                silent.await();
                return -1;
            } catch (InterruptedException e) {
                throw new FailureException(new Failure.Cancelled(), e);
            }
        }
    }

    private Answer send(String method, String path, String body) throws IOException {
        return client.send(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .answer();
    }

    private AccessLine line() throws InterruptedException {
        AccessLine line = log.poll(30, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        return line;
    }

    private static AssertionError unexpected() {
        return new AssertionError("nobody should ask");
    }
}
