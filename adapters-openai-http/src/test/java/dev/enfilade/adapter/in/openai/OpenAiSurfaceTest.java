package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.in.ListModelsUseCase;
import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiSurfaceTest {

    private static final String CHUNK =
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";
    private static final String FINISH = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String CUT =
            "data: {\"error\":{\"message\":\"upstream closed the stream before it was complete\",\"type\":\"upstream_error\","
                    + "\"param\":null,\"code\":\"upstream_closed\"}}\n\n";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<RelayRequest> relayed = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private ListModelsUseCase models = () -> ModelListing.EMPTY;
    private RelayResponse reply = json(200, "{}");
    private Optional<Failure> failure = Optional.empty();
    private boolean draining;
    private Javalin server;

    @BeforeEach
    void start() {
        OpenAiSurface surface = new OpenAiSurface(this::relay, () -> models.list(), () -> draining);
        server = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.routes.exception(Exception.class, (e, ctx) -> surface.answer(ctx, e));
                    surface.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        client.close();
    }

    @Test
    void theBodyAndTheAnswerPassByteForByte() throws Exception {
        String odd = "{ \"model\":\"m\",\n \"x\": 1.0, \"messages\":[] }";
        reply = json(201, "{\"odd\" :  [1.50]}");

        HttpResponse<String> answer = post("/v1/chat/completions?a=%20b", odd);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"odd\" :  [1.50]}");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(relayed.getFirst().target()).isEqualTo("/chat/completions?a=%20b");
        assertThat(relayed.getFirst().model()).hasValue(new ModelName("m"));
        assertThat(bodies).containsExactly(odd);
    }

    @Test
    void aFinishedStreamPassesUnchanged() throws Exception {
        String comment = ": keep-alive\n\n";
        reply = sse(ScriptedBytes.whole(CHUNK, comment, FINISH + DONE));

        assertThat(post("/v1/chat/completions", "{\"stream\":true}").body()).isEqualTo(CHUNK + comment + FINISH + DONE);
    }

    @Test
    void aStreamThatOnlyLacksItsSentinelGetsIt() throws Exception {
        reply = sse(ScriptedBytes.whole(CHUNK, FINISH));

        assertThat(post("/v1/chat/completions", "{}").body()).isEqualTo(CHUNK + FINISH + DONE);
    }

    @Test
    void aStreamThatEndsWithoutAReasonEndsInAnErrorEvent() throws Exception {
        reply = sse(ScriptedBytes.whole(CHUNK));

        assertThat(post("/v1/chat/completions", "{}").body()).isEqualTo(CHUNK + CUT);
    }

    @Test
    void aBrokenStreamKeepsWholeEventsOnlyAndEndsInAnErrorEvent() throws Exception {
        reply = sse(ScriptedBytes.cutAfter(CHUNK + "data: {\"choi"));

        assertThat(post("/v1/chat/completions", "{}").body()).isEqualTo(CHUNK + CUT);
    }

    @Test
    void aStreamOfAPromisedLengthCanStillEndInAnErrorEvent() throws Exception {
        Headers headers = new Headers(
                List.of(new Header("Content-Type", "text/event-stream"), new Header("Content-Length", "100000")));
        reply = new RelayResponse(200, headers, ScriptedBytes.cutAfter(CHUNK));

        assertThat(post("/v1/chat/completions", "{}").body()).isEqualTo(CHUNK + CUT);
    }

    @Test
    void theBackendsOwnErrorEventIsTheLastWord() throws Exception {
        String error = "data: {\"error\":{\"message\":\"boom\"}}\n\n";
        reply = sse(ScriptedBytes.whole(CHUNK, error));

        assertThat(post("/v1/chat/completions", "{}").body()).isEqualTo(CHUNK + error);
    }

    @Test
    void aFinishReasonInsideTheTextIsNotAFinish() throws Exception {
        String sly = "data: {\"choices\":[{\"delta\":{\"content\":\"\\\"finish_reason\\\":\\\"stop\\\"\"}}]}\n\n";
        reply = sse(ScriptedBytes.whole(sly));

        assertThat(post("/v1/chat/completions", "{}").body()).isEqualTo(sly + CUT);
    }

    @Test
    void streamsOfOtherRoutesEndAsTheyLike() throws Exception {
        String event = "event: response.completed\ndata: {\"type\":\"response.completed\"}\n\n";
        reply = sse(ScriptedBytes.whole(event));

        assertThat(post("/v1/responses", "{}").body()).isEqualTo(event);
    }

    @Test
    void anEventSplitAnywhereArrivesWhole() throws Exception {
        String all = CHUNK.replace("\n", "\r\n") + FINISH + DONE;
        for (int split = 1; split < all.length(); split++) {
            reply = sse(ScriptedBytes.whole(all.substring(0, split), all.substring(split)));
            assertThat(post("/v1/chat/completions", "{}").body())
                    .as("split at %s", split)
                    .isEqualTo(all);
        }
    }

    @Test
    void anAnswerThatBreaksBeforeItsFirstByteIsAnError() throws Exception {
        reply = new RelayResponse(200, contentType("application/json"), ScriptedBytes.cutAfter("{\"half"));

        HttpResponse<String> answer = post("/v1/embeddings", "{}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("upstream_closed");
    }

    @ParameterizedTest
    @CsvSource({"hello", "[]", "'{\"model\":'"})
    void whatIsNotAJsonObjectIsRefusedAndCostsNothing(String body) throws Exception {
        HttpResponse<String> answer = post("/v1/chat/completions", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"invalid JSON in request body\",\"type\":\"invalid_request_error\","
                                + "\"param\":null,\"code\":\"invalid_json\"}}");
        assertThat(relayed).isEmpty();
    }

    @Test
    void anUploadPassesUnread() throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(uri("/v1/files"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x\r\nnot json\r\n--x--"))
                .build();

        assertThat(client.send(upload, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(bodies).containsExactly("--x\r\nnot json\r\n--x--");
    }

    @Test
    void aRateLimitSaysWhenToComeBack() throws Exception {
        failure = Optional.of(new Failure.RateLimited(
                "slow down", Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(7))));

        HttpResponse<String> answer = post("/v1/chat/completions", "{}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void aBugIsAQuiet500() throws Exception {
        models = () -> {
            throw new IllegalStateException("secret detail");
        };

        HttpResponse<String> answer = get("/v1/models");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("internal server error").doesNotContain("secret");
    }

    @Test
    void theListHasTheBackendsEntriesUntouchedAndOurNamesAfterThem() throws Exception {
        reply = json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"max_model_len\":4096}]}");
        models = () -> new ModelListing(List.of(card("A:latest"), card("alias")));

        assertThat(get("/v1/models").body())
                .isEqualTo("{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"max_model_len\":4096},"
                        + "{\"id\":\"alias\",\"object\":\"model\",\"created\":5,\"owned_by\":\"us\"}]}");
    }

    @Test
    void theListWeHoldServesWhileTheBackendIsDown() throws Exception {
        failure = Optional.of(new Failure.BackendUnavailable());
        models = () -> new ModelListing(List.of(card("kept")));

        assertThat(get("/v1/models").body()).contains("\"id\":\"kept\"");
    }

    private RelayResponse relay(RelayRequest request) {
        relayed.add(request);
        failure.ifPresent(known -> {
            throw new FailureException(known);
        });
        request.body().ifPresent(body -> {
            byte[] buffer = new byte[64 * 1024];
            int count = body.open().read(buffer);
            bodies.add(new String(buffer, 0, Math.max(count, 0), StandardCharsets.UTF_8));
        });
        return reply;
    }

    private static RelayResponse json(int status, String body) {
        return new RelayResponse(status, contentType("application/json"), ScriptedBytes.whole(body));
    }

    private static RelayResponse sse(ScriptedBytes body) {
        return new RelayResponse(200, contentType("text/event-stream"), body);
    }

    private static Headers contentType(String type) {
        return new Headers(List.of(new Header("Content-Type", type)));
    }

    private static ModelCard card(String name) {
        return new ModelCard(
                new ModelName(name),
                Instant.ofEpochSecond(5),
                "us",
                Capabilities.stated(List.of(Capability.COMPLETION)),
                4096,
                OptionalInt.empty(),
                new ModelDetails("gguf", "llama", "7B", "F16"));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
