package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatParamsTest {

    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final String TOOL =
            "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"description\":\"Current weather\","
                    + "\"parameters\":{\"type\":\"object\",\"required\":[\"city\"],\"properties\":{\"unit\":{\"enum\":[\"celsius\"]},"
                    + "\"city\":{\"type\":\"string\",\"default\":1.50e3}}},\"zz\":[null]}}";

    @Test
    void onlyModelAndMessagesAreSentIfNothingElseIsSet() {
        assertBody(
                Asked.plainly(),
                "{\"model\":\"plain\",\"messages\":[{\"role\":\"user\",\"content\":\"Is water wet?\"}]}");
    }

    @Test
    void aStreamedAnswerIsAskedToCountItsTokens() {
        String body = body(ChatParams.of(Asked.plainly(), Dialects.GENERIC, true));
        assertThat(Asked.tree(body).get("stream_options")).isEqualTo(Asked.tree("{\"include_usage\":true}"));
    }

    @Test
    void streamOptionsAreLeftOutWhereTheyAreNotKnown() {
        Dialect old = new Dialect("old", Map.of(), Dialects.GENERIC.thinking(), 1, true, false, true, List.of());
        assertThat(Asked.tree(body(ChatParams.of(Asked.plainly(), old, true))).has("stream_options"))
                .isFalse();
    }

    @Test
    void everyRoleHasItsMessage() {
        ToolCall call =
                new ToolCall(Optional.of("call_9"), "get_weather", new JsonText("{\"z\": 1.0, \"city\":\"Oslo\"}"));
        List<Message> messages = List.of(
                new SystemMessage("Be terse."),
                new OtherMessage("developer", "Be kind."),
                new OtherMessage("", "Who am I?"),
                UserMessage.ofText("Weather?"),
                new AssistantMessage("", "I need data.", List.of(call)),
                new ToolMessage("-3", Optional.of("call_9"), Optional.of("get_weather")),
                new AssistantMessage("Cold.", "", List.of()),
                new UserMessage(List.of()));
        assertMessages(
                messages,
                "[{\"role\":\"system\",\"content\":\"Be terse.\"},{\"role\":\"developer\",\"content\":\"Be"
                        + " kind.\"},{\"role\":\"\",\"content\":\"Who am"
                        + " I?\"},{\"role\":\"user\",\"content\":\"Weather?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_9\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{\\\"z\\\":"
                        + " 1.0, \\\"city\\\":\\\"Oslo\\\"}\"}}]},"
                        + "{\"role\":\"tool\",\"content\":\"-3\",\"tool_call_id\":\"call_9\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Cold.\"},{\"role\":\"user\",\"content\":\"\"}]");
    }

    @Test
    void mediaComeAsPartsBehindTheWords() {
        UserMessage message = new UserMessage(List.of(
                new ContentPart.Text("What is it?"),
                new ContentPart.Image("image/png", PNG),
                new ContentPart.Audio("wav", "UklGRg==")));
        assertMessages(
                List.of(message),
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is it?\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + PNG + "\"}},"
                        + "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"UklGRg==\",\"format\":\"wav\"}}]}]");
    }

    @Test
    void mediaWithoutWordsComeWithoutAnEmptyText() {
        UserMessage message =
                new UserMessage(List.of(new ContentPart.Text(""), new ContentPart.Image("image/gif", "R0lG")));
        assertMessages(
                List.of(message),
                "[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/gif;base64,R0lG\"}}]}]");
    }

    @Test
    void toolsAreSentLetterForLetter() {
        ChatRequest request = Asked.with(new Tool(new JsonText(TOOL)), new Tool(new JsonText("{\"a\":1,\"a\":2}")));
        assertThat(body(ChatParams.of(request, Dialects.GENERIC, false)))
                .contains("\"tools\":[" + TOOL + ",{\"a\":1,\"a\":2}]");
    }

    @Test
    void deepSchemasPass() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        ChatRequest request = Asked.with(new ResponseFormat.JsonSchema(new JsonText(deep)));
        assertThat(body(ChatParams.of(request, Dialects.GENERIC, false))).contains(deep);
    }

    @Test
    void formatsHaveTheirResponseFormat() {
        assertMember(Asked.with(new ResponseFormat.AnyJson()), "response_format", "{\"type\":\"json_object\"}");
        assertMember(
                Asked.with(new ResponseFormat.JsonSchema(new JsonText("{\"type\":\"object\",\"minLength\":1}"))),
                "response_format",
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"schema\",\"schema\":{\"type\":\"object\",\"minLength\":1}}}");
    }

    @Test
    void numbersStayAsTheyAre() {
        Map<Knob, Number> knobs = Map.of(
                Knob.TEMPERATURE,
                0.7,
                Knob.TOP_P,
                1.0,
                Knob.SEED,
                0L,
                Knob.FREQUENCY_PENALTY,
                -0.5,
                Knob.MAX_TOKENS,
                64L);
        String body = body(ChatParams.of(Asked.with(knobs), Dialects.GENERIC, false));
        assertThat(body).contains("\"temperature\":0.7", "\"top_p\":1.0", "\"seed\":0", "\"max_tokens\":64", "-0.5");
    }

    @Test
    void aSeedBelowZeroIsAnySeed() {
        assertThat(sent(Asked.with(Map.of(Knob.SEED, -1L)), Dialects.GENERIC).has("seed"))
                .isFalse();
    }

    @Test
    void stopTextsAreAList() {
        assertMember(Asked.with(Map.of(), "\n\n", "END"), "stop", "[\"\\n\\n\",\"END\"]");
    }

    @Test
    void logprobsAskForCandidatesOnlyIfSomeAreWanted() {
        assertThat(sent(Asked.with(new LogprobDetail(0)), Dialects.GENERIC).has("top_logprobs"))
                .isFalse();
        assertMember(Asked.with(new LogprobDetail(0)), "logprobs", "true");
        assertMember(Asked.with(new LogprobDetail(2)), "top_logprobs", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '|',
            value = {
                "generic # off # {\"reasoning_effort\":\"none\"}",
                "generic # on # {\"reasoning_effort\":\"medium\"}",
                "generic # max # {\"reasoning_effort\":\"high\"}",
                "ollama # off # {\"reasoning_effort\":\"none\"}",
                "ollama # max # {\"reasoning_effort\":\"max\"}",
                "openrouter # off # {\"reasoning\":{\"effort\":\"none\"}}",
                "openrouter # on # {\"reasoning\":{\"enabled\":true}}",
                "openrouter # low # {\"reasoning\":{\"effort\":\"low\"}}",
                "openrouter # max # {\"reasoning\":{\"effort\":\"xhigh\"}}",
                "vllm # off # {\"chat_template_kwargs\":{\"enable_thinking\":false,\"thinking\":false}}",
                "vllm # high #"
                        + " {\"chat_template_kwargs\":{\"enable_thinking\":true,\"thinking\":true},\"reasoning_effort\":\"high\"}",
                "llamacpp # off # {\"chat_template_kwargs\":{\"enable_thinking\":false}}",
                "llamacpp # medium #"
                        + " {\"chat_template_kwargs\":{\"enable_thinking\":true,\"reasoning_effort\":\"medium\"}}",
                "openai # off # {}",
            })
    void thinkingIsSwitchedInTheWordsOfTheServer(String dialect, String wish, String members) {
        ChatRequest request = Asked.with(thinking(wish));
        JsonNode plain = sent(Asked.plainly(), Dialects.GENERIC);
        JsonNode expected = Asked.tree(
                members.equals("{}")
                        ? plain.toString()
                        : plain.toString().replaceFirst("}$", "") + "," + members.substring(1));
        assertThat(sent(request, Dialects.named(dialect).orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.1, off, none",
        "gpt-6.1-mini, max, xhigh",
        "gpt-5-nano, off, minimal",
        "gpt-5, high, high",
        "o3-mini, off, low",
        "O4-MINI-2025, low, low",
        "ft:o4-mini:acme, medium, medium",
    })
    void reasoningModelsOfOpenAiHaveTheirOwnWords(String model, String wish, String effort) {
        ChatRequest request = Asked.with(thinking(wish)).withModel(new ModelName(model));
        JsonNode sent = sent(request, Dialects.OPENAI.forModel(model));
        assertThat(sent.get("reasoning_effort").textValue()).isEqualTo(effort);
    }

    @Test
    void reasoningModelsOfOpenAiTakeNoTemperature() {
        Map<Knob, Number> knobs = Map.of(Knob.TEMPERATURE, 0.7, Knob.SEED, 1L, Knob.MAX_TOKENS, 5L);
        Prepared<ChatCompletionCreateParams> prepared =
                ChatParams.of(Asked.with(knobs, "END"), Dialects.OPENAI.forModel("o3"), false);
        JsonNode sent = Asked.tree(body(prepared));
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("model", "messages", "seed", "max_completion_tokens");
        assertThat(prepared.dropped()).containsExactlyInAnyOrder("temperature", "stop");
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o", "gpt-5-chat-latest", "chatgpt-4o-latest", "text-o1", "ft:gpt-4o:x"})
    void otherModelsOfOpenAiAreOrdinary(String model) {
        assertThat(Dialects.OPENAI.forModel(model)).isSameAs(Dialects.OPENAI);
    }

    @Test
    void openAiTakesFourStopTexts() {
        Prepared<ChatCompletionCreateParams> prepared =
                ChatParams.of(Asked.with(Map.of(), "1", "2", "3", "4", "5"), Dialects.OPENAI, false);
        assertThat(Asked.tree(body(prepared)).get("stop")).hasSize(4);
        assertThat(prepared.dropped()).containsExactly("stop");
    }

    @Test
    void whatHasNoPlaceIsNamed() {
        Map<Knob, Number> knobs =
                Map.of(Knob.TOP_K, 20L, Knob.MIN_P, 0.05, Knob.REPEAT_LAST_N, 32L, Knob.TEMPERATURE, 1.0);
        Prepared<ChatCompletionCreateParams> generic = ChatParams.of(Asked.with(knobs), Dialects.GENERIC, false);
        assertThat(generic.dropped()).containsExactly("top_k", "min_p", "repeat_last_n");
        assertThat(Asked.tree(body(generic)).has("top_k")).isFalse();
        assertThat(ChatParams.of(Asked.with(knobs), Dialects.LLAMACPP, false).dropped())
                .isEmpty();
        assertThat(ChatParams.of(Asked.with(thinking("on")), Dialects.OPENAI, false)
                        .dropped())
                .containsExactly("think");
        assertThat(ChatParams.of(Asked.with(thinking("low")), Dialects.OPENAI, false)
                        .dropped())
                .containsExactly("think");
        assertThat(ChatParams.of(Asked.with(thinking("off")), Dialects.OPENAI, false)
                        .dropped())
                .isEmpty();
        assertThat(ChatParams.of(Asked.with(new LogprobDetail(1)), Dialects.OPENAI.forModel("o3"), false)
                        .dropped())
                .containsExactly("logprobs");
    }

    @ParameterizedTest
    @CsvSource({
        "vllm, REPEAT_PENALTY, repetition_penalty",
        "openrouter, REPEAT_PENALTY, repetition_penalty",
        "llamacpp, REPEAT_PENALTY, repeat_penalty",
        "llamacpp, KEEP_TOKENS, n_keep",
        "llamacpp, TYPICAL_P, typical_p",
        "vllm, TOP_K, top_k",
        "openai, MAX_TOKENS, max_completion_tokens",
        "vllm, MAX_TOKENS, max_tokens",
    })
    void knobsHaveTheNamesOfTheServer(String dialect, Knob knob, String member) {
        JsonNode sent =
                sent(Asked.with(Map.of(knob, 5L)), Dialects.named(dialect).orElseThrow());
        assertThat(sent.get(member).longValue()).isEqualTo(5);
    }

    private static Thinking thinking(String wish) {
        return switch (wish) {
            case "off" -> new Thinking.Off();
            case "on" -> new Thinking.On();
            case "low" -> new Thinking.Effort(Thinking.Level.LOW);
            case "medium" -> new Thinking.Effort(Thinking.Level.MEDIUM);
            case "high" -> new Thinking.Effort(Thinking.Level.HIGH);
            default -> new Thinking.Effort(Thinking.Level.MAX);
        };
    }

    private static void assertBody(ChatRequest request, String expected) {
        assertThat(sent(request, Dialects.GENERIC)).isEqualTo(Asked.tree(expected));
    }

    private static void assertMessages(List<Message> messages, String expected) {
        assertMember(Asked.with(messages), "messages", expected);
    }

    private static void assertMember(ChatRequest request, String name, String expected) {
        assertThat(sent(request, Dialects.GENERIC).get(name)).isEqualTo(Asked.tree(expected));
    }

    private static JsonNode sent(ChatRequest request, Dialect dialect) {
        return Asked.tree(body(ChatParams.of(request, dialect, false)));
    }

    private static String body(Prepared<ChatCompletionCreateParams> prepared) {
        return Asked.wire(prepared.params()._body());
    }
}
