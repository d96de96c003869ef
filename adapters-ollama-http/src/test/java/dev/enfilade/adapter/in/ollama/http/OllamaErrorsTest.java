package dev.enfilade.adapter.in.ollama.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.ScriptedEvents;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaErrorsTest {

    private static final String ASK =
            "{\"model\":\"Plain:latest\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final Failure CUT = new Failure.Broken(Failure.Flaw.CUT);
    private static final TextDelta TEXT = new TextDelta("Hi");

    private final FakeApplication application = new FakeApplication(Cards.stated("plain", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is a chat model and not supported in the v1/completions endpoint.",
                "This model doesn't support embeddings.",
                "No endpoints found that support tool use.",
                "Invalid URL (POST /v1/completions)",
                "404 page not found",
                "File Not Found",
                "Not Found",
            })
    void aMissingRouteOrAbilityIsNotTakenForAMissingModel(String text) throws Exception {
        application.answer = () -> {
            throw new FailureException(new Failure.Refused(404, text, Optional.empty(), Optional.empty()));
        };

        HttpResponse<String> answer = server.post("/api/chat", ASK);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + text + "\"}");
    }

    static Stream<Arguments> failures() {
        Optional<String> none = Optional.empty();
        Duration wait = Duration.ofMillis(1500);
        return Stream.of(
                Arguments.of(new Failure.InvalidRequest("bad <thing>"), 400, "bad \\u003cthing\\u003e", none),
                Arguments.of(new Failure.Unsupported("cannot"), 400, "cannot", none),
                Arguments.of(new Failure.ModelNotFound("target"), 404, "model 'Plain:latest' not found", none),
                Arguments.of(new Failure.Refused(422, "no", none, none), 422, "no", none),
                Arguments.of(new Failure.Refused(404, "gone", none, none), 404, "model 'Plain:latest' not found", none),
                Arguments.of(
                        new Failure.Refused(400, "no `x`", none, Optional.of("model_not_found")),
                        404,
                        "model 'Plain:latest' not found",
                        none),
                Arguments.of(new Failure.Refused(500, "boom", none, none), 500, "boom", none),
                Arguments.of(new Failure.RateLimited("slow", none, none, Optional.empty()), 429, "slow", none),
                Arguments.of(
                        new Failure.RateLimited("slow", none, none, Optional.of(wait)), 429, "slow", Optional.of("2")),
                Arguments.of(new Failure.BodyTooLarge(), 413, "request body too large", none),
                Arguments.of(new Failure.BodyTooSlow(), 408, "request body was not received in time", none),
                Arguments.of(
                        new Failure.Overloaded(),
                        503,
                        "server busy, please try again.  maximum pending requests exceeded",
                        Optional.of("1")),
                Arguments.of(new Failure.ShuttingDown(), 503, "server is shutting down", Optional.of("5")),
                Arguments.of(new Failure.BackendDenied(), 502, "upstream refused the proxy credentials", none),
                Arguments.of(new Failure.BackendUnavailable(), 502, "upstream unreachable", none),
                Arguments.of(
                        new Failure.BackendUnavailable(Optional.of(Duration.ofSeconds(1))),
                        502,
                        "upstream unreachable",
                        Optional.of("1")),
                Arguments.of(
                        new Failure.Refused(503, "full", none, none, Optional.of(wait)), 503, "full", Optional.of("2")),
                Arguments.of(
                        new Failure.TimedOut(Failure.Phase.CONNECT, Duration.ofSeconds(5)),
                        504,
                        "upstream connect timed out",
                        none),
                Arguments.of(
                        new Failure.BrokenToolCall("f", Failure.CallFlaw.CUT_BY_LENGTH),
                        502,
                        "the answer was cut by its length within the tool call 'f'",
                        none),
                Arguments.of(
                        new Failure.BrokenToolCall("f", Failure.CallFlaw.NO_OBJECT),
                        502,
                        "upstream sent arguments of the tool call 'f' that are no JSON object",
                        none),
                Arguments.of(
                        new Failure.BrokenToolCall("c", Failure.CallFlaw.NO_NAME),
                        502,
                        "upstream sent the tool call 'c' without the name of a tool",
                        none),
                Arguments.of(
                        new Failure.Redirected(308, Optional.of("https://a/v1/x"), Optional.of("https://a/v1")),
                        502,
                        "upstream sent an invalid response",
                        none),
                Arguments.of(CUT, 502, "upstream closed the stream before it was complete", none));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureBeforeTheFirstLineHasItsOwnStatus(Failure failure, int status, String text, Optional<String> wait)
            throws Exception {
        application.answer = () -> {
            throw new FailureException(failure);
        };

        HttpResponse<String> answer = server.post("/api/chat", ASK);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("Retry-After")).isEqualTo(wait);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + text + "\"}");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureAfterItIsTheLastLine(Failure failure, int status, String text, Optional<String> wait)
            throws Exception {
        application.answer = () -> ScriptedEvents.failing(failure, TEXT, TEXT);

        HttpResponse<String> answer = server.post("/api/chat", ASK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(3).last().isEqualTo("{\"error\":\"" + text + "\"}");
        assertThat(answer.body()).endsWith("\n").doesNotContain("\"done\":true");
    }

    @Test
    void aWholeAnswerThatBreaksOffIsAnErrorAndNothingElse() throws Exception {
        application.answer = () -> ScriptedEvents.failing(CUT, TEXT);

        HttpResponse<String> answer = server.post("/api/chat", ASK.replace("}]}", "}],\"stream\":false}"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"error\":\"upstream closed the stream before it was complete\"}");
    }

    @Test
    void aStreamThatRunsDryIsAnErrorAndNeverDone() throws Exception {
        application.answer = () -> ScriptedEvents.of(TEXT);

        assertThat(server.post("/api/chat", ASK).body().lines())
                .hasSize(2)
                .last()
                .isEqualTo("{\"error\":\"upstream closed the stream before it was complete\"}");
    }

    @Test
    void aBugIsAnInternalErrorAndShowsNothingOfItself() throws Exception {
        application.answer = () -> {
            throw new IllegalStateException("secret");
        };
        HttpResponse<String> before = server.post("/api/chat", ASK);
        application.answer = () -> ScriptedEvents.failing(new IllegalStateException("secret"), TEXT);
        HttpResponse<String> after = server.post("/api/chat", ASK);

        assertThat(before.statusCode()).isEqualTo(500);
        assertThat(before.body()).isEqualTo("{\"error\":\"internal server error\"}");
        assertThat(after.body().lines()).hasSize(2).last().isEqualTo("{\"error\":\"internal server error\"}");
    }

    static Stream<RuntimeException> departures() {
        return Stream.of(
                new FailureException(new Failure.Cancelled()),
                new UncheckedIOException(new IOException("reset")),
                new IllegalStateException(new IOException("reset")));
    }

    @ParameterizedTest
    @MethodSource("departures")
    void aClientThatIsGoneIsToldNothing(RuntimeException departure) throws Exception {
        application.answer = () -> ScriptedEvents.failing(departure, TEXT);
        HttpResponse<String> after = server.post("/api/chat", ASK);
        application.answer = () -> {
            throw departure;
        };
        HttpResponse<String> before = server.post("/api/chat", ASK);

        assertThat(after.body().lines()).hasSize(1);
        assertThat(before.statusCode()).isEqualTo(499);
        assertThat(before.body()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("departures")
    void whileDrainingItIsWeWhoGo(RuntimeException departure) throws Exception {
        server.draining.set(true);
        application.answer = () -> ScriptedEvents.failing(departure, TEXT);

        assertThat(server.post("/api/chat", ASK).body().lines())
                .hasSize(2)
                .last()
                .isEqualTo("{\"error\":\"server is shutting down\"}");
    }

    @Test
    void aFailureIsFoundInsideTheConnectionsError() throws Exception {
        application.answer = () -> {
            throw new UncheckedIOException(new IOException(new FailureException(new Failure.BodyTooLarge())));
        };

        assertThat(server.post("/api/chat", ASK).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/api/generate", "/api/show", "/api/pull", "/api/embed"})
    void aModelIsNotMissingWhereNobodyCouldLookItUp(String path) throws Exception {
        application.catalogFailure = Optional.of(new Failure.BackendUnavailable());

        HttpResponse<String> answer = server.post(path, "{\"model\":\"plain\",\"stream\":false}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"error\":\"upstream unreachable\"}");
    }

    @Test
    void whatHasNoModelKeepsItsWords() throws Exception {
        assertThat(server.post("/api/chat", "{\"model\":\"nosuch\"}").body())
                .isEqualTo("{\"error\":\"model 'nosuch' not found\"}");
    }
}
