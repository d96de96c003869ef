package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.delta;
import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in the form before {@code tool_calls}, and calls of custom tools, after OpenAI's reference. */
final class OtherCallsTest {

    private static final String CUSTOM =
            "{\"id\":\"c\",\"type\":\"custom\",\"custom\":{\"name\":\"run\",\"input\":\" say \\\"hi\\\"\\n{}\"}}";
    private static final String CUSTOM_ARGUMENTS = "{\"input\":\" say \\\"hi\\\"\\n{}\"}";

    @Test
    void aFunctionCallOfAWholeAnswerIsAToolCall() {
        List<GenerationEvent> events = Decoding.whole("{\"choices\":[{\"message\":{\"content\":null,\"function_call\":"
                + "{\"name\":\"f\",\"arguments\":\"{\\\"a\\\": 1}\"}},\"finish_reason\":\"function_call\"}]}");

        assertThat(calls(events))
                .extracting(ToolCall::name, call -> call.arguments().raw())
                .containsExactly(tuple("f", "{\"a\": 1}"));
        assertThat(calls(events).getFirst().id().orElseThrow()).matches("call_[a-z0-9]{8}");
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        Finished.class, end -> assertThat(end.reason()).isEqualTo(FinishReason.TOOL_CALLS));
    }

    @Test
    void aFunctionCallInPiecesIsOneToolCall() {
        List<GenerationEvent> events = Decoding.chunks(
                say("Wait."),
                delta(
                        "\"role\":\"assistant\",\"content\":null,\"function_call\":{\"name\":\"get_\",\"arguments\":\"\"}"),
                delta("\"function_call\":{\"name\":\"time\"}"),
                delta("\"function_call\":{\"arguments\":\"{\\\"a\\\"\"}"),
                delta("\"function_call\":null"),
                delta("\"function_call\":{\"arguments\":\":[1]}\"}"),
                finish("function_call"));

        assertThat(events.getFirst()).isEqualTo(new TextDelta("Wait."));
        assertThat(calls(events.subList(1, 3)))
                .extracting(ToolCall::name, call -> call.arguments().raw())
                .containsExactly(tuple("get_time", "{\"a\":[1]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%1$s,%2$s", "%2$s,%1$s"})
    void aServerThatSaysTheSameCallInBothFormsMeansOne(String order) {
        String members = order.formatted(
                "\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}",
                "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]");

        assertThat(calls(Decoding.chunks(delta(members), finish("tool_calls")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"a\",\"name\":\"f\",\"arguments\":{\"x\":1}",
                "\"arguments\":\"{\\\"x\\\":1}\",\"name\":\"f\",\"id\":\"a\",\"function\":null",
                "\"id\":\"a\",\"name\":\"f\",\"function\":{\"arguments\":\"{\\\"x\\\":1}\"}",
                "\"id\":\"a\",\"name\":\"f\",\"function\":{\"id\":null,\"name\":null,\"arguments\":{\"x\":1}}",
                "\"id\":\"a\",\"input\":{\"x\":2},\"name\":\"f\",\"arguments\":{\"x\":1}",
            })
    void aCallWithoutAnObjectOfItsFunctionIsUnderstood(String members) {
        String call = "\"tool_calls\":[{" + members + "}]";
        String answer = "{\"choices\":[{\"message\":{" + call + "},\"finish_reason\":\"tool_calls\"}]}";

        for (List<GenerationEvent> events :
                List.of(Decoding.chunks(delta(call), finish("tool_calls")), Decoding.whole(answer))) {
            assertThat(calls(events))
                    .extracting(
                            ToolCall::id,
                            ToolCall::name,
                            made -> made.arguments().raw())
                    .containsExactly(tuple(Optional.of("a"), "f", "{\"x\":1}"));
        }
    }

    @Test
    void aCallOfACustomToolHasItsInputAsItsOneArgument() {
        ToolCall whole = calls(Decoding.whole("{\"choices\":[{\"message\":{\"tool_calls\":[" + CUSTOM
                        + "]},\"finish_reason\":\"tool_calls\"}]}"))
                .getFirst();
        assertThat(whole.name()).isEqualTo("run");
        assertThat(whole.id()).contains("c");
        assertThat(whole.arguments().raw()).isEqualTo(CUSTOM_ARGUMENTS);
    }

    @Test
    void theInputOfACustomToolMayComeInPiecesBetweenOtherCalls() {
        List<GenerationEvent> events = Decoding.chunks(
                delta("\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]"),
                delta("\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"custom\",\"custom\":{\"name\":\"ru\"}}]"),
                delta(
                        "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"custom\":{\"name\":\"n\",\"input\":\" say \\\"hi\"}}]"),
                delta("\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"}\"}}]"),
                delta("\"tool_calls\":[{\"custom\":{\"input\":\"\\\"\\n{}\"}}]"),
                finish("tool_calls"));

        assertThat(calls(events))
                .extracting(ToolCall::name, call -> call.arguments().raw())
                .containsExactly(tuple("run", CUSTOM_ARGUMENTS), tuple("f", "{}"));
    }

    @Test
    void callsOfCustomToolsAreToldApartByTheirIndexes() {
        String first = CUSTOM.replace("{\"id\"", "{\"index\":0,\"id\"");
        String second = first.replace("\"index\":0,\"id\":\"c\"", "\"index\":1");
        String third = first.replace("\"c\"", "\"d\"");

        assertThat(calls(Decoding.chunks(
                        delta("\"tool_calls\":[" + first + "," + second + "," + third + "]"), finish("stop"))))
                .extracting(call -> call.arguments().raw())
                .containsExactly(CUSTOM_ARGUMENTS, CUSTOM_ARGUMENTS, CUSTOM_ARGUMENTS);
    }

    @Test
    void callsOfCustomToolsAreToldApartByTheirIds() {
        List<GenerationEvent> events = Decoding.chunks(
                delta("\"tool_calls\":[" + CUSTOM + "," + CUSTOM.replace("\"c\"", "\"d\"") + "]"),
                delta("\"tool_calls\":[{\"id\":\"c\",\"custom\":null}]"),
                finish("tool_calls"));

        assertThat(calls(events)).extracting(ToolCall::id).containsExactly(Optional.of("c"), Optional.of("d"));
    }

    @Test
    void aCustomToolWithoutANameIsAnError() {
        Fails.with(
                new Failure.BrokenToolCall("c", Failure.CallFlaw.NO_NAME),
                () -> Decoding.chunks(delta("\"tool_calls\":[{\"id\":\"c\",\"custom\":{}}]"), finish("stop")));
    }

    private static List<ToolCall> calls(List<GenerationEvent> events) {
        assertThat(events).hasSize(2);
        return ((ToolCalls) events.getFirst()).calls();
    }
}
