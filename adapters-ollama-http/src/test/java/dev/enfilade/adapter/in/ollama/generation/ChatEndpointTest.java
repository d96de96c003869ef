package dev.enfilade.adapter.in.ollama.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.ScriptedEvents;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatEndpointTest {

    private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final FakeApplication application = new FakeApplication(
            Cards.stated("plain", Capability.COMPLETION), Cards.assumed("open", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForAllThatTheClientSetAndNothingElse() throws Exception {
        post("""
                {"model":"Open:latest","stream":false,"format":{"type":"object"},"think":"low","logprobs":true,"top_logprobs":2,
                 "tools":[{"type":"function"},null],"options":{"seed":7.9,"temperature":1,"stop":["a"],"num_ctx":4096.0,"mirostat":1},
                 "messages":[{"role":"System","content":"s"},{"role":"user","content":"u"},
                   {"role":"assistant","content":"a","thinking":"t","tool_calls":[{"function":{"name":"f","arguments":{"x":1}}}]},
                   {"role":"tool","content":"r","tool_call_id":"i","tool_name":"f"},{"role":"tool"},{"role":"developer","content":"d"},{}]}
                """);

        assertThat(application.chats)
                .containsExactly(new ChatRequest(
                        new ModelName("Open:latest"),
                        List.of(
                                new Message.SystemMessage("s"),
                                Message.UserMessage.ofText("u"),
                                new Message.AssistantMessage(
                                        "a",
                                        "t",
                                        List.of(new ToolCall(Optional.empty(), "f", new JsonText("{\"x\":1}")))),
                                new Message.ToolMessage("r", Optional.of("i"), Optional.of("f")),
                                new Message.ToolMessage("", Optional.empty(), Optional.empty()),
                                new Message.OtherMessage("developer", "d"),
                                new Message.OtherMessage("", "")),
                        List.of(new Tool(new JsonText("{\"type\":\"function\"}"))),
                        new ResponseFormat.JsonSchema(new JsonText("{\"type\":\"object\"}")),
                        new Thinking.Effort(Thinking.Level.LOW),
                        new Sampling(
                                Map.of(Knob.SEED, 7L, Knob.TEMPERATURE, 1.0, Knob.MIROSTAT, 1L),
                                List.of("a"),
                                List.of("num_ctx")),
                        Optional.of(new LogprobDetail(2)),
                        Delivery.WHOLE));
    }

    @Test
    void asksForNothingThatTheClientDidNotSet() throws Exception {
        post("{\"model\":\"open\"," + HELLO + ",\"top_logprobs\":5}");

        assertThat(application.chats)
                .containsExactly(new ChatRequest(
                        new ModelName("open"),
                        List.of(Message.UserMessage.ofText("Hello")),
                        List.of(),
                        new ResponseFormat.FreeText(),
                        new Thinking.Unset(),
                        Sampling.UNSET,
                        Optional.empty(),
                        Delivery.STREAMED));
    }

    @Test
    void picturesComeAfterTheWords() throws Exception {
        post("{\"model\":\"open\",\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"images\":[\"" + PNG + "\"]}]}");

        assertThat(application.chats.getFirst().messages())
                .containsExactly(new Message.UserMessage(
                        List.of(new ContentPart.Text("x"), new ContentPart.Image("image/png", PNG))));
    }

    @ParameterizedTest
    @CsvSource({"5, For[duration=PT5S]", "-1, Forever[]", "0, None[]", "null, Default[]"})
    void aModelInUseIsHeld(String keepAlive, String held) throws Exception {
        post("{\"model\":\"open\",\"keep_alive\":" + keepAlive + "," + HELLO + "}");

        assertThat(application.held).containsExactly("open " + held);
    }

    @Test
    void aModelThatDoesNotAnswerIsNotHeld() throws Exception {
        application.answer = () -> {
            throw new FailureException(new Failure.BackendUnavailable());
        };
        post("{\"model\":\"open\"," + HELLO + "}");

        assertThat(application.held).isEmpty();
    }

    @Test
    void loadingHoldsTheModelAndUnloadingLetsItGo() throws Exception {
        post("{\"model\":\"plain\",\"keep_alive\":\"5m\"}");
        post("{\"model\":\"plain\",\"keep_alive\":0}");

        assertThat(application.held).containsExactly("plain For[duration=PT5M]", "plain None[]");
        assertThat(application.chats).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"model\":\"  \"}                           | 400 | model is required",
                "{\"model\":\"no such\"}                      | 400 | invalid model name",
                "{\"model\":\"nosuch\",\"top_logprobs\":-1}   | 400 | top_logprobs must be between 0 and 20",
                "{\"model\":\"nosuch\",\"options\":{\"seed\":\"x\"}} | 404 | model 'nosuch' not found",
                "{\"model\":\"plain\",\"keep_alive\":0,\"think\":true,\"options\":{\"seed\":\"x\"}} | 200 | ",
                "{\"model\":\"plain\",\"think\":true,\"tools\":[{}],\"options\":{\"seed\":\"x\"}} | 400 | \"plain\" does not support thinking",
                "{\"model\":\"plain\",\"tools\":[{}],\"options\":{\"seed\":\"x\"}} | 400 | registry.ollama.ai/library/plain:latest does not support tools",
                "{\"model\":\"plain\",\"options\":{\"seed\":\"x\"},\"format\":1} | 500 | option \"seed\" must be of type integer",
                "{\"model\":\"plain\",\"format\":1}           | 200 | ",
                "{\"model\":\"plain\",\"messages\":[{\"images\":[\"YQ==\"]}],\"options\":{\"seed\":\"x\"}} | 500 | option \"seed\" must be of type integer",
                "{\"model\":\"nosuch:cloud\",\"think\":true}    | 403 | ollama cloud is disabled: remote model is unavailable",
                "{\"model\":\"nosuch:20b-Cloud \"}           | 403 | ollama cloud is disabled: remote model is unavailable",
                "{\"model\":\"no such:cloud\"}                | 400 | invalid model name",
                "{\"model\":\"plain:local:cloud\"}            | 400 | use either :local or :cloud, not both: \"plain:local:cloud\"",
            })
    void ofSeveralFaultsTheSameIsNamedAsByOllama(String body, int status, String error) throws Exception {
        HttpResponse<String> answer = server.post("/api/chat", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (error != null) {
            assertThat(answer.body()).isEqualTo("{\"error\":\"" + error.replace("\"", "\\\"") + "\"}");
        }
        assertThat(application.chats).isEmpty();
    }

    @Test
    void whatIsOnlyAssumedIsNotRefused() throws Exception {
        String body = "{\"model\":\"open\",\"think\":true,\"tools\":[{\"type\":\"function\"}],\"stream\":false,"
                + "\"messages\":[{\"role\":\"user\",\"images\":[\"" + PNG + "\"]}]}";

        assertThat(server.post("/api/chat", body).statusCode()).isEqualTo(200);
    }

    @Test
    void picturesAreRefusedForAModelThatIsStatedToBeBlind() throws Exception {
        assertThat(post("{\"model\":\"plain\",\"messages\":[{\"role\":\"user\",\"images\":[\"" + PNG + "\"]}]}"))
                .isEqualTo("{\"error\":\"registry.ollama.ai/library/plain:latest does not support vision\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "seer:7b, registry.ollama.ai/library/seer:7b",
        "acme/seer, registry.ollama.ai/acme/seer:latest",
        "hf.co/acme/seer:v2, hf.co/acme/seer:v2",
    })
    void whatAModelCannotDoIsSaidOfItsFullName(String model, String inFull) throws Exception {
        application.models.add(Cards.stated(model, Capability.COMPLETION));

        assertThat(post("{\"model\":\"" + model + "\",\"tools\":[{}]," + HELLO + "}"))
                .isEqualTo("{\"error\":\"" + inFull + " does not support tools\"}");
    }

    @Test
    void theRenderedPromptCannotBeHad() throws Exception {
        assertThat(post("{\"model\":\"open\",\"_debug_render_only\":true," + HELLO + "}"))
                .isEqualTo("{\"error\":\"_debug_render_only is not supported\"}");
        assertThat(application.chats).isEmpty();
    }

    @Test
    void reasoningThatNobodyWantedIsLeftOut() throws Exception {
        application.answer = () -> ScriptedEvents.of(
                new ThinkingDelta("hm"), new TextDelta("Hi"), new ThinkingDelta("hm"), ScriptedEvents.STOP);

        assertThat(post("{\"model\":\"open\",\"think\":false," + HELLO + "}"))
                .contains("Hi")
                .doesNotContain("thinking");
        assertThat(post("{\"model\":\"open\",\"think\":false,\"stream\":false," + HELLO + "}"))
                .contains("Hi")
                .doesNotContain("thinking");
        assertThat(post("{\"model\":\"open\"," + HELLO + "}")).contains("\"thinking\":\"hm\"");
    }

    @Test
    void emptyTextMakesNoLineUnlessProbabilitiesCameWithIt() throws Exception {
        application.answer = () -> ScriptedEvents.of(
                new TextDelta(""),
                new TextDelta("", List.of(new TokenLogprob("", -1, List.of()))),
                new ToolCalls(List.of()),
                ScriptedEvents.STOP);

        assertThat(post("{\"model\":\"open\",\"logprobs\":true," + HELLO + "}").lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("\"done\":false,\"logprobs\":[{\"token\":\"\",\"logprob\":-1}]}");
    }

    @Test
    void probabilitiesThatNobodyAskedForAreLeftOut() throws Exception {
        application.answer = () -> ScriptedEvents.of(
                new TextDelta("a", List.of(new TokenLogprob("a", -1, List.of()))), ScriptedEvents.STOP);

        assertThat(post("{\"model\":\"open\"," + HELLO + "}")).doesNotContain("logprobs");
        assertThat(post("{\"model\":\"open\",\"stream\":false," + HELLO + "}")).doesNotContain("logprobs");
    }

    @Test
    void argumentsKeepTheirOrderAndTheirNumbersOnOneLine() throws Exception {
        ToolCall call = new ToolCall(
                Optional.of("c1"), "f", new JsonText("{\n  \"z\": {\"y\":1e3, \"a\":1.50},\n  \"b\": \"<\"\n}"));
        application.answer = () -> ScriptedEvents.of(new ToolCalls(List.of(call, call)), ScriptedEvents.STOP);

        assertThat(post("{\"model\":\"open\"," + HELLO + "}")
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .endsWith("\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":["
                        + "{\"id\":\"c1\",\"function\":{\"index\":0,\"name\":\"f\",\"arguments\":{\"z\":{\"y\":1e3,\"a\":1.50},\"b\":\"\\u003c\"}}},"
                        + "{\"id\":\"c1\",\"function\":{\"index\":1,\"name\":\"f\",\"arguments\":{\"z\":{\"y\":1e3,\"a\":1.50},\"b\":\"\\u003c\"}}}"
                        + "]},\"done\":false}");
    }

    @Test
    void withoutCountsFromTheBackendTheyAreEstimatedAndNeverZero() throws Exception {
        application.answer = () -> ScriptedEvents.of(
                new ThinkingDelta("h"),
                new TextDelta("a"),
                new TextDelta("b"),
                new Finished(FinishReason.TOOL_CALLS, Optional.empty(), ScriptedEvents.TIMING));
        String asked =
                "{\"model\":\"open\",\"messages\":[{\"role\":\"system\",\"content\":\"ééé\"},{\"role\":\"user\",\"content\":\"ab\"}]";

        assertThat(post(asked + "}"))
                .endsWith("\"done\":true,\"done_reason\":\"stop\",\"total_duration\":4,\"load_duration\":1,"
                        + "\"prompt_eval_count\":2,\"prompt_eval_duration\":2,\"eval_count\":3,\"eval_duration\":3}\n");
        assertThat(post(asked + ",\"stream\":false}"))
                .contains("\"prompt_eval_count\":2,")
                .contains("\"eval_count\":3,");
    }

    @Test
    void theEstimateCountsTheWordsOfEveryRoleAndNoPictures() throws Exception {
        application.answer =
                () -> ScriptedEvents.of(new Finished(FinishReason.STOP, Optional.empty(), ScriptedEvents.TIMING));

        assertThat(post("""
                {"model":"open","messages":[{"role":"system","content":"1234"},{"role":"user","content":"1234","images":["%s"]},
                  {"role":"assistant","content":"12345678","tool_calls":[{"function":{"name":"f"}}]},
                  {"role":"tool","content":"1234567812345678"},{"role":"developer","content":"12345678123456781234567812345678"}]}
                """.formatted(PNG))).contains("\"prompt_eval_count\":16,");
    }

    @Test
    void aWholeAnswerTellsItsLength() throws Exception {
        application.answer = () -> ScriptedEvents.of(new TextDelta("x".repeat(100_000)), ScriptedEvents.STOP);

        HttpResponse<String> answer = server.post("/api/chat", "{\"model\":\"open\",\"stream\":false," + HELLO + "}");

        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
    }

    @Test
    void everyStreamIsClosed() throws Exception {
        ScriptedEvents events = ScriptedEvents.of(new TextDelta("a"), ScriptedEvents.STOP, new TextDelta("too late"));
        application.answer = () -> events;

        assertThat(post("{\"model\":\"open\"," + HELLO + "}")).doesNotContain("too late");
        assertThat(events.isClosed()).isTrue();
    }

    private String post(String body) throws Exception {
        return server.post("/api/chat", body).body();
    }
}
