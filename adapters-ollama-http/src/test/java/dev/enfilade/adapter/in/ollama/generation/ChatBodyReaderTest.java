package dev.enfilade.adapter.in.ollama.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.in.ollama.conversation.MessageBody;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.ToolCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChatBodyReaderTest {

    @Test
    void readsEveryMember() {
        ChatBody body = read("""
                {"model":"m","stream":false,"format":{"b":1,"a":2},"keep_alive":"5m","options":{"seed":1},"think":"high",
                 "truncate":true,"shift":false,"_debug_render_only":true,"logprobs":true,"top_logprobs":3,
                 "tools":[{"type":"function", "function":{"name":"f"}}],
                 "messages":[{"role":"USER","content":"c","thinking":"t","images":["AAAA"],"name":1,"tool_name":"n","tool_call_id":"i",
                   "tool_calls":[{"id":"1","type":"function","function":{"index":0,"name":"f","strict":1,"arguments":{"z":1.0,"a":"x"}}}]}]}
                """);

        assertThat(body.model()).isEqualTo("m");
        assertThat(body.tools())
                .containsExactly(new JsonText("{\"type\":\"function\", \"function\":{\"name\":\"f\"}}"));
        assertThat(body.messages())
                .containsExactly(new MessageBody(
                        "user",
                        "c",
                        "t",
                        List.of("AAAA"),
                        List.of(new ToolCall(Optional.of("1"), "f", new JsonText("{\"z\":1.0,\"a\":\"x\"}"))),
                        "n",
                        "i"));
        assertThat(body.settings().streamed()).isFalse();
        assertThat(body.settings().format()).hasValue(new JsonText("{\"b\":1,\"a\":2}"));
        assertThat(body.settings().keepAlive()).isEqualTo(new KeepAlive.For(Duration.ofMinutes(5)));
        assertThat(body.settings().options()).containsEntry("seed", new JsonText("1"));
        assertThat(body.settings().think()).isEqualTo(new Thinking.Effort(Thinking.Level.HIGH));
        assertThat(body.settings().truncate()).hasValue(true);
        assertThat(body.settings().shift()).hasValue(false);
        assertThat(body.settings().debugRenderOnly()).isTrue();
        assertThat(body.settings().logprobDetail().orElseThrow().alternatives()).isEqualTo(3);
    }

    @Test
    void nullsAreAsIfAbsent() {
        ChatBody nulls = read("""
                {"model":null,"messages":null,"stream":null,"format":null,"keep_alive":null,"tools":null,"options":null,"think":null,
                 "truncate":null,"shift":null,"_debug_render_only":null,"logprobs":null,"top_logprobs":null}
                """);

        assertThat(nulls).isEqualTo(read("{}"));
    }

    @Test
    void aNullMessageIsAnEmptyOne() {
        assertThat(read("{\"messages\":[null]}").messages())
                .containsExactly(new MessageBody("", "", "", List.of(), List.of(), "", ""));
    }

    @Test
    void argumentsThatAreMissingAreAnEmptyObject() {
        assertThat(read("""
                                {"messages":[{"tool_calls":[{"function":{"name":"a"}},{"function":{"name":"b","arguments":null}},null]}]}
                                """).messages().getFirst().toolCalls())
                .containsExactly(
                        new ToolCall(Optional.empty(), "a", JsonText.EMPTY_OBJECT),
                        new ToolCall(Optional.empty(), "b", JsonText.EMPTY_OBJECT),
                        new ToolCall(Optional.empty(), "", JsonText.EMPTY_OBJECT));
    }

    @Test
    void lineEndsInImagesAreDropped() {
        assertThat(read("{\"messages\":[{\"images\":[\"AA\\r\\nAA\\n\"]}]}")
                        .messages()
                        .getFirst()
                        .images())
                .containsExactly("AAAA");
    }

    static Stream<Arguments> keepAlives() {
        return Stream.of(
                Arguments.of("0", new KeepAlive.None()),
                Arguments.of("\"0\"", new KeepAlive.None()),
                Arguments.of("\"0s\"", new KeepAlive.None()),
                Arguments.of("0.0000000001", new KeepAlive.None()),
                Arguments.of("-0", new KeepAlive.None()),
                Arguments.of("-1", new KeepAlive.Forever()),
                Arguments.of("-0.0000000001", new KeepAlive.Forever()),
                Arguments.of("\"-1m\"", new KeepAlive.Forever()),
                Arguments.of("1e300", new KeepAlive.Forever()),
                Arguments.of("1.5", new KeepAlive.For(Duration.ofMillis(1500))),
                Arguments.of("3600", new KeepAlive.For(Duration.ofHours(1))),
                Arguments.of("\"1h30m\"", new KeepAlive.For(Duration.ofMinutes(90))),
                Arguments.of("null", new KeepAlive.Default()));
    }

    @ParameterizedTest
    @MethodSource("keepAlives")
    void keepAliveIsSecondsOrADuration(String json, KeepAlive keepAlive) {
        assertThat(read("{\"keep_alive\":" + json + "}").settings().keepAlive()).isEqualTo(keepAlive);
    }

    static Stream<Arguments> thoughts() {
        return Stream.of(
                Arguments.of("true", new Thinking.On()),
                Arguments.of("false", new Thinking.Off()),
                Arguments.of("null", new Thinking.Unset()),
                Arguments.of("\"low\"", new Thinking.Effort(Thinking.Level.LOW)),
                Arguments.of("\"medium\"", new Thinking.Effort(Thinking.Level.MEDIUM)),
                Arguments.of("\"max\"", new Thinking.Effort(Thinking.Level.MAX)));
    }

    @ParameterizedTest
    @MethodSource("thoughts")
    void thinkIsAFlagOrALevel(String json, Thinking thinking) {
        assertThat(read("{\"think\":" + json + "}").settings().think()).isEqualTo(thinking);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"keep_alive\":[]}   | Unsupported type: '[]interface {}'",
                "{\"keep_alive\":{}}   | Unsupported type: 'map[string]interface {}'",
                "{\"keep_alive\":\"\"} | time: invalid duration \"\"",
                "{\"keep_alive\":1e999} | json: cannot unmarshal number 1e999 into Go struct field ChatRequest.keep_alive of type float64",
                "{\"think\":[]}        | think must be a boolean or string (\"high\", \"medium\", \"low\", \"max\", true, or false)",
                "{\"model\":1}         | json: cannot unmarshal number into Go struct field ChatRequest.model of type string",
                "{\"truncate\":0}      | json: cannot unmarshal number into Go struct field ChatRequest.truncate of type bool",
                "{\"shift\":\"\"}      | json: cannot unmarshal string into Go struct field ChatRequest.shift of type bool",
                "{\"_debug_render_only\":1} | json: cannot unmarshal number into Go struct field ChatRequest._debug_render_only of type bool",
            })
    void badSettingsAreToldInOllamasWords(String json, String fault) {
        assertThatThrownBy(() -> read(json)).hasMessage(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"images\":[1]}                       | number into Go struct field ChatRequest.messages.images of type api.ImageData",
                "{\"tool_calls\":{}}                    | object into Go struct field ChatRequest.messages.tool_calls of type []api.ToolCall",
                "{\"tool_calls\":[1]}                   | number into Go struct field ChatRequest.messages.tool_calls of type api.ToolCall",
                "{\"tool_calls\":[{\"id\":1}]}          | number into Go struct field ChatRequest.messages.tool_calls.id of type string",
                "{\"tool_calls\":[{\"function\":\"f\"}]} | string into Go struct field ChatRequest.messages.tool_calls.function of type api.ToolCallFunction",
                "{\"tool_calls\":[{\"function\":{\"index\":\"0\"}}]} | string into Go struct field ChatRequest.messages.tool_calls.function.index of type int",
                "{\"tool_calls\":[{\"function\":{\"arguments\":{\"a\":1e999}}}]} | number 1e999 into Go struct field ChatRequest.messages.tool_calls.function.arguments of type float64",
                "{\"tool_call_id\":7}                   | number into Go struct field ChatRequest.messages.tool_call_id of type string",
            })
    void badMessagesAreToldWithTheirPath(String message, String fault) {
        assertThatThrownBy(() -> read("{\"messages\":[{\"role\":\"user\"}," + message + "]}"))
                .hasMessage("json: cannot unmarshal " + fault);
    }

    @ParameterizedTest
    @CsvSource({"1", "[]", "true", "\"{}\""})
    void argumentsMustBeAnObject(String arguments) {
        assertThatThrownBy(() ->
                        read("{\"messages\":[{\"tool_calls\":[{\"function\":{\"arguments\":" + arguments + "}}]}]}"))
                .hasMessage("Value looks like object, but can't find closing '}' symbol");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1                        | number into Go struct field ChatRequest.tools of type api.Tool",
                "{\"type\":1}             | number into Go struct field Tool.tools.type of type string",
                "{\"function\":1}         | number into Go struct field Tool.tools.function of type api.ToolFunction",
                "{\"function\":{\"name\":1}} | number into Go struct field ToolFunction.tools.function.name of type string",
                "{\"function\":{\"parameters\":[]}} | array into Go struct field ToolFunction.tools.function.parameters of type api.ToolFunctionParameters",
                "{\"function\":{\"parameters\":{\"type\":[\"object\"]}}} | array into Go struct field ToolFunctionParameters.tools.function.parameters.type of type string",
                "{\"function\":{\"parameters\":{\"required\":\"a\"}}} | string into Go struct field ToolFunctionParameters.tools.function.parameters.required of type []string",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":\"string\"}}}} | string into Go struct field ToolFunctionParameters.tools.function.parameters.properties of type api.ToolProperty",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":{\"description\":1}}}}} | number into Go struct field ToolFunctionParameters.tools.function.parameters.properties.description of type string",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":{\"anyOf\":[1]}}}}} | number into Go struct field ToolFunctionParameters.tools.function.parameters.properties.anyOf of type api.ToolProperty",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":{\"type\":1}}}}} | number into Go struct field ToolFunctionParameters.tools.function.parameters.properties.type of type []string",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":{\"type\":[1]}}}}} | number into Go struct field ToolFunctionParameters.tools.function.parameters.properties.type of type string",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":{\"enum\":{}}}}}} | object into Go struct field ToolFunctionParameters.tools.function.parameters.properties.enum of type []interface {}",
                "{\"function\":{\"parameters\":{\"properties\":{\"a\":{\"properties\":{\"b\":1}}}}}} | number into Go struct field ToolFunctionParameters.tools.function.parameters.properties.properties of type api.ToolProperty",
            })
    void badToolsAreToldWithTheInnermostStruct(String tool, String fault) {
        assertThatThrownBy(() -> read("{\"tools\":[" + tool + "]}")).hasMessage("json: cannot unmarshal " + fault);
    }

    @Test
    void propertiesMustBeAnObject() {
        assertThatThrownBy(() -> read("{\"tools\":[{\"function\":{\"parameters\":{\"properties\":[]}}}]}"))
                .hasMessage("Value looks like object, but can't find closing '}' symbol");
    }

    @Test
    void toolsOfEveryLegalShapePassUnchanged() {
        String tool = """
                {"type":"function","items":[1],"strict":true,"function":{"name":"f","description":"d","parameters":{"type":"object",
                "$defs":{},"items":null,"required":["a"],"additionalProperties":false,"properties":{"a":{"type":["string","null"],"minimum":1.0,
                "enum":[1,"x"],"items":{},"anyOf":[{"type":"string"},null],"properties":{"b":null},"required":[]},"c":null,"d":{"properties":null}}},"examples":[]}}
                """.strip();

        assertThat(read("{\"tools\":[" + tool + "]}").tools()).containsExactly(new JsonText(tool));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"{\"properties\":{}}, properties", "`{\"anyOf\":[{\"type\":\"string\"}]}`, anyOf"})
    void howManySchemasStandSideBySideDoesNotMatter(String sibling, String member) {
        String siblings = ("\"a\":" + sibling + ",").repeat(200);
        String faulty = "{\"" + member + "\":" + (member.equals("anyOf") ? "[1]" : "{\"b\":1}") + "}";

        assertThatThrownBy(() -> read("{\"tools\":[{\"function\":{\"parameters\":{\"properties\":{" + siblings
                        + "\"z\":" + faulty + "}}}}]}"))
                .hasMessageContaining(
                        "number into Go struct field ToolFunctionParameters.tools.function.parameters.properties."
                                + member);
    }

    @Test
    void schemasNestedThousandsDeepCostNoStack() {
        int depth = 2_000;
        String nested = "{\"properties\":{\"a\":".repeat(depth) + "{}" + "}}".repeat(depth);
        String alternatives = "{\"anyOf\":[".repeat(depth) + "{}" + "]}".repeat(depth);

        assertThat(read("{\"tools\":[{\"function\":{\"parameters\":" + nested + "}}]}")
                        .tools())
                .hasSize(1);
        assertThat(read("{\"tools\":[{\"function\":{\"parameters\":{\"properties\":{\"a\":" + alternatives + "}}}}]}")
                        .tools())
                .hasSize(1);
    }

    private static ChatBody read(String json) {
        return GoReader.read(json.getBytes(UTF_8), ChatBodyReader::read);
    }
}
