package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        Dialect old = new Dialect("old", Map.of(), Dialects.GENERIC.thinking(), 1, true, false, true, false, List.of());
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
