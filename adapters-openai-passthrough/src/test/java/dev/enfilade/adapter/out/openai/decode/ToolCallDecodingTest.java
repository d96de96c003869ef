package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.delta;
import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolCallDecodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'\"{\\\"z\\\": 1, \\\"a\\\": 2}\"' # '{\"z\": 1, \"a\": 2}'",
                "'{\"z\": 1.50, \"a\": [true, null, 0.10]}' # '{\"z\":1.50,\"a\":[true,null,0.10]}'",
                "'\"\"' # '{}'",
                "'\"null\"' # '{}'",
                "'\"\\\"{\\\\\\\"a\\\\\\\": 1}\\\"\"' # '{\"a\": 1}'",
                "'null' # '{}'",
                "'\" \\n{} \"' # '{}'",
                "'\"{\\\"a\\\":\\\"\\ud83d\\\"}\"' # '{\"a\":\"\ufffd\"}'",
            })
    void argumentsAreOneObjectWithItsMembersInOrder(String sent, String expected) {
        ToolCall call = single(delta(
                toolCalls("{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":" + sent + "}}")));
        assertThat(call.arguments().raw()).isEqualTo(expected);
        assertThat(call.id()).contains("c");
        assertThat(call.name()).isEqualTo("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{\\\"city\\\":\"",
                "\"[1]\"",
                "\"1\"",
                "\"{} {}\"",
                "\"{}x\"",
                "\"null null\"",
                "\"\\\"Paris\\\"\"",
                "\"\\\"\\\"\"",
                "[1]",
                "\"{'a':1}\"",
                "\"{\\\"a\\\":NaN}\"",
                "{\"a\":-Infinity}",
            })
    void argumentsThatAreNoObjectAreAnErrorThatNamesTheTool(String sent) {
        String call = toolCalls("{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":" + sent + "}}");
        Fails.with(
                new Failure.BrokenToolCall("f", Failure.CallFlaw.NO_OBJECT),
                () -> Decoding.chunks(delta(call), finish("tool_calls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "max_tokens"})
    void aCallThatTheLengthCutIsAnErrorThatSaysSo(String reason) {
        String cut = "{\"function\":{\"name\":\"g\",\"arguments\":\"{\\\"city\\\":\\\"Par\"}}";
        Failure expected = new Failure.BrokenToolCall("g", Failure.CallFlaw.CUT_BY_LENGTH);

        Fails.with(expected, () -> Decoding.chunks(delta(toolCalls(whole("f") + "," + cut)), finish(reason)));
        Fails.with(
                expected,
                () -> Decoding.whole(
                        "{\"choices\":[{\"message\":{" + toolCalls(cut) + "},\"finish_reason\":\"" + reason + "\"}]}"));
    }

    @Test
    void aCallCutBeforeItsNameIsAnErrorThatSaysSo() {
        Fails.with(
                new Failure.BrokenToolCall("c", Failure.CallFlaw.CUT_BY_LENGTH),
                () -> Decoding.chunks(delta(toolCalls("{\"id\":\"c\"}")), finish("length")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"index\":0,\"id\":\"c\"}", "{\"index\":0,\"id\":\"c\",\"function\":null}", "{\"id\":\"c\"}"})
    void aCallWithoutANameIsAnErrorThatTellsItsId(String call) {
        Fails.with(
                new Failure.BrokenToolCall("c", Failure.CallFlaw.NO_NAME),
                () -> Decoding.chunks(delta(toolCalls(call)), finish("tool_calls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "tool_calls", "function_call", "length"})
    void callsCountWhateverTheFinishReason(String reason) {
        List<GenerationEvent> events = Decoding.chunks(say("Wait."), delta(toolCalls(whole("f"))), finish(reason));
        assertThat(events.getFirst()).isEqualTo(new TextDelta("Wait."));
        assertThat(events.get(1)).isInstanceOf(ToolCalls.class);
        assertThat(events).hasSize(3);
    }

    @Test
    void severalCallsInOneChunkComeInOneEvent() {
        assertThat(calls(delta(toolCalls(whole("f") + "," + whole("g")))))
                .extracting(ToolCall::name)
                .containsExactly("f", "g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":null,", "\"id\":\"\",", ""})
    void aCallWithoutIdGetsOne(String id) {
        ToolCall call = single(delta(toolCalls("{" + id + "\"index\":0,\"function\":{\"name\":\"f\"}}")));
        assertThat(call.id().orElseThrow()).matches("call_[a-z0-9]{8}");
    }

    @Test
    void oddMembersOfACallArePassedOver() {
        String odd =
                "{\"index\":\"zero\",\"type\":{\"x\":[]},\"id\":\"c\",\"function\":{\"name\":\"f\",\"strict\":[{}]}}";
        assertThat(single(delta(toolCalls(odd))).name()).isEqualTo("f");
    }

    @Test
    void callsOfAWholeAnswerAreToldApartByTheirPlace() {
        String body = "{\"choices\":[{\"message\":{\"content\":null,"
                + toolCalls("{\"index\":0,\"function\":{\"name\":\"f\"}},{\"index\":0,\"function\":{\"name\":\"f\"}}")
                + "},\"finish_reason\":\"tool_calls\"}]}";
        assertThat(((ToolCalls) Decoding.whole(body).getFirst()).calls()).hasSize(2);
    }

    private static String toolCalls(String elements) {
        return "\"tool_calls\":[" + elements + "]";
    }

    private static String whole(String name) {
        return "{\"function\":{\"name\":\"" + name + "\",\"arguments\":\"{}\"}}";
    }

    private static ToolCall single(String chunk) {
        List<ToolCall> calls = calls(chunk);
        assertThat(calls).hasSize(1);
        return calls.getFirst();
    }

    private static List<ToolCall> calls(String chunk) {
        return ((ToolCalls) Decoding.chunks(chunk, finish("tool_calls")).getFirst()).calls();
    }
}
