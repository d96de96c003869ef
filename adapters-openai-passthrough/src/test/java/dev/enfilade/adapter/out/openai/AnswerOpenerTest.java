package dev.enfilade.adapter.out.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.enfilade.adapter.out.openai.PassthroughChatTest.ChatAnswer;
import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.application.port.out.ChatBackendContract;
import dev.enfilade.application.port.out.Cue;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.stream.EventStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not what was asked for. */
final class AnswerOpenerTest {

    private static final String HELLO =
            "{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";
    private static final String EVENTS = """
            data: {"choices":[{"delta":{"content":"Hello"}}]}

            data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void aWholeAnswerIsTakenWhereAStreamWasWanted(String type) {
        assertThat(textOf(Delivery.STREAMED, head(type, HELLO) + HELLO)).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/event-stream; charset=utf-8"})
    void aStreamIsTakenWhereAWholeAnswerWasWanted(String type) {
        assertThat(textOf(Delivery.WHOLE, head(type, EVENTS) + EVENTS)).isEqualTo("Hello");
    }

    @Test
    void anAnswerThatDoesNotSayWhatItIsIsWhatWasAskedFor() {
        assertThat(textOf(Delivery.WHOLE, head("text/plain", HELLO) + HELLO)).isEqualTo("Hello");
        assertThat(textOf(Delivery.STREAMED, head("text/plain", EVENTS) + EVENTS))
                .isEqualTo("Hello");
        assertThat(textOf(Delivery.STREAMED, "HTTP/1.1 200 OK\r\n\r\n" + EVENTS))
                .isEqualTo("Hello");
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>", "text/event-stream, ''", "application/json, ''", "application/json, <html>"})
    void pagesAndSilenceAreBrokenAnswers(String type, String body) {
        for (Delivery delivery : Delivery.values()) {
            Fails.with(Fails.INVALID, () -> textOf(delivery, head(type, body) + body));
        }
    }

    @Test
    void noContentIsABrokenAnswer() {
        Fails.with(Fails.INVALID, () -> textOf(Delivery.STREAMED, "HTTP/1.1 204 No Content\r\n\r\n"));
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void anErrorInsideSuccessIsAnError(Delivery delivery) {
        String error = "{\"error\":{\"message\":\"the engine is hot\",\"code\":503}}";
        Fails.refused(503, "the engine is hot", () -> textOf(delivery, Answers.json(200, error)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%s\n",
                "data: %s\n\n",
                "event: error\ndata: %s\n\n",
                "data: %s\n\ndata: [DONE]\n\n",
                ": hm\n\n%s\n\n"
            })
    void anErrorInsideWhatClaimsToBeAStreamIsAnError(String form) {
        String error = "{\"error\":{\"message\":\"the engine is hot\",\"status\":503}}";
        String pretty = "{\n  \"error\": {\n    \"message\": \"the engine is hot\"\n  }\n}";
        for (Delivery delivery : Delivery.values()) {
            String body = form.formatted(error);
            Fails.refused(503, "the engine is hot", () -> textOf(delivery, head("text/event-stream", body) + body));
        }
        Fails.refused(
                502, "the engine is hot", () -> textOf(Delivery.STREAMED, head("text/event-stream", pretty) + pretty));
    }

    @Test
    void anErrorInsideSuccessLosesSecretsAndNeverBlamesTheClientsKey() {
        String echo = "{\"error\":{\"message\":\"bad key test-key-1234\",\"code\":400}}";
        Fails.refused(400, "bad key [secret]", () -> textOf(Delivery.STREAMED, Answers.json(200, echo)));
        String denied = "{\"error\":{\"message\":\"who are you\",\"code\":401}}";
        Fails.with(new Failure.BackendDenied(), () -> textOf(Delivery.STREAMED, Answers.json(200, denied)));
    }

    @Test
    void aRateLimitIsKnownFromItsStatus() {
        assertThat(Fails.failureIn(catchThrowable(() ->
                        textOf(Delivery.WHOLE, Answers.json(429, "{\"error\":{\"message\":\"Rate limit reached\"}}")))))
                .isEqualTo(new Failure.RateLimited(
                        "Rate limit reached", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void aRefusalThatMeansThatThereIsNoSuchModelSaysSo(Delivery delivery) {
        String model = ChatBackendContract.greeting(delivery).model().value();
        String missing =
                "{\"error\":{\"message\":\"Invalid model name passed in model=" + model + "\",\"code\":\"400\"}}";
        Failure expected = new Failure.ModelNotFound(model);

        Fails.with(expected, () -> textOf(delivery, Answers.json(400, missing)));
        Fails.with(expected, () -> textOf(delivery, Answers.json(200, missing)));
        Fails.refused(400, "bad", () -> textOf(delivery, Answers.json(400, "{\"error\":\"bad\"}")));
    }

    @Test
    void aTruncatedWholeAnswerIsACut() {
        Fails.with(Fails.CUT, () -> textOf(Delivery.WHOLE, head("application/json", HELLO) + "{\"choices\":[{\"mess"));
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void aBackendMayBeAskedForStreamsAlways(Delivery delivery) throws InterruptedException {
        try (ScriptedStage<ChatBackend> stage = ScriptedStage.streaming(
                        OpenAiPassthrough::chat, new ChatAnswer(new Cue.Text("Hello"), Cue.stop()));
                EventStream<GenerationEvent> stream = stage.backend().chat(ChatBackendContract.greeting(delivery))) {
            assertThat(Reply.from(stream).text()).isEqualTo("Hello");
            assertThat(stage.received()).contains("\"stream\":true", "\"include_usage\":true");
        }
    }

    @Test
    void aBackendIsAskedTheWayTheClientAsked() throws InterruptedException {
        try (ScriptedStage<ChatBackend> stage =
                        ScriptedStage.of(OpenAiPassthrough::chat, new ChatAnswer(new Cue.Text("Hello"), Cue.stop()));
                EventStream<GenerationEvent> stream =
                        stage.backend().chat(ChatBackendContract.greeting(Delivery.WHOLE))) {
            assertThat(stream.hasNext()).isTrue();
            assertThat(stage.received())
                    .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
                    .contains("Content-Type: application/json")
                    .doesNotContain("\"stream");
        }
    }

    private static String head(String type, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
    }

    /** The text of an answer that is sent so, the connection being closed behind it. */
    private static String textOf(Delivery delivery, String answer) {
        try (ScriptedStage<ChatBackend> stage = ScriptedStage.of(OpenAiPassthrough::chat, (request, peer, self) -> {
                    peer.send(answer);
                    peer.fin();
                    peer.stall();
                });
                EventStream<GenerationEvent> stream = stage.backend().chat(ChatBackendContract.greeting(delivery))) {
            return Reply.from(stream).text();
        }
    }
}
