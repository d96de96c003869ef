package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.chunks;
import static dev.enfilade.adapter.out.openai.decode.Decoding.delta;
import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static dev.enfilade.adapter.out.openai.decode.Decoding.sse;
import static dev.enfilade.adapter.out.openai.decode.Decoding.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say where one does not look for it: nothing of an answer is lost in silence. */
final class UnusualPlacesTest {

    private static final String COUNTS = "{\"prompt_tokens\":7,\"completion_tokens\":3}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"all\"},\"finish_reason\":\"stop\"}]}",
                "{\"choices\":[{\"delta\":{},\"message\":{\"content\":\"all\"},\"finish_reason\":\"stop\"}]}",
            })
    void aMessageCountsInAStreamWhereNoDeltaSaidAnything(String chunk) {
        assertThat(chunks(delta("\"role\":\"assistant\""), chunk))
                .startsWith(new TextDelta("all"))
                .hasSize(2);
        assertThat(chunks(say("a"), chunk)).startsWith(new TextDelta("a")).hasSize(2);
    }

    @Test
    void severalMessagesInAStreamAreABrokenAnswer() {
        String chunk = "{\"choices\":[{\"message\":{\"content\":\"a\"}}]}";
        Fails.with(Fails.INVALID, () -> chunks(chunk, chunk, finish("stop")));
        assertThat(chunks(chunk.replace("\"a\"", "\"\""), chunk, finish("stop")))
                .hasSize(2);
    }

    @Test
    void wordsBesideAChoiceMeanNothing() {
        assertThat(chunks(
                        "{\"message\":\"x\",\"choices\":[{\"delta\":{\"content\":\"a\"},\"message\":null}]}",
                        finish("stop")))
                .startsWith(new TextDelta("a"))
                .hasSize(2);
        Fails.with(Fails.CUT, () -> chunks("{\"message\":\"x\",\"choices\":[{\"message\":null}]}"));
    }

    @Test
    void callsOfSuchAMessageCountToo() {
        String chunk =
                "{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"f\"}},{\"function\":{\"name\":\"f\"}}]}}]}";
        List<GenerationEvent> events = chunks(chunk, finish("tool_calls"));
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        ToolCalls.class, made -> assertThat(made.calls()).hasSize(2));
    }

    @Test
    void aDeltaCountsInAWholeAnswerThatHasNoMessage() {
        assertThat(whole("{\"choices\":[{\"delta\":{\"content\":\"all\"},\"finish_reason\":\"stop\"}]}"))
                .startsWith(new TextDelta("all"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"content\":[{\"type\":\"refusal\",\"refusal\":\"no\"}]",
                "\"content\":[\"n\",\"o\"]",
                "\"content\":null,\"refusal\":\"no\"",
            })
    void textHasManyForms(String members) {
        assertThat(chunks(delta(members), finish("stop")))
                .startsWith(new TextDelta("no"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"r\"}]",
                "\"thinking\":\"r\"",
                "\"reasoning_text\":\"r\"",
                "\"thinking\":\"r\",\"reasoning\":\"r\"",
            })
    void reasoningHasMoreNames(String members) {
        assertThat(chunks(delta(members), finish("stop")))
                .startsWith(new ThinkingDelta("r"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"max_output_tokens, LENGTH", "MAX_TOKENS, LENGTH", "LENGTH, LENGTH", "STOP, STOP"})
    void finishReasonsHaveMoreNames(String word, FinishReason reason) {
        assertThat(((Finished) chunks(finish(word)).getLast()).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\",\"usage\":" + COUNTS + "}]}",
                "{\"choices\":[],\"x_groq\":{\"id\":\"r\",\"usage\":" + COUNTS + "}}",
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":\"7\",\"completion_tokens\":\"3\"}}",
                "{\"choices\":[],\"usage\":{\"input_tokens\":7.0,\"output_tokens\":3}}",
            })
    void countsHaveManyPlaces(String chunk) {
        assertThat(((Finished) chunks(say("a"), finish("stop"), chunk).getLast()).usage())
                .contains(new Usage(7, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"usage\":{\"prompt_tokens\":1e30,\"completion_tokens\":3}",
                "\"usage\":{\"prompt_tokens\":\"many\",\"completion_tokens\":3}",
                "\"usage\":{\"prompt_tokens\":NaN,\"completion_tokens\":3}",
                "\"x_groq\":7",
                "\"x_groq\":{\"usage\":null}",
                "\"timings\":{\"prompt_n\":1e30,\"predicted_n\":\"x\"}",
            })
    void countsThatAreNoneDoNotSpoilAnAnswer(String member) {
        assertThat(((Finished) chunks(say("a"), finish("stop"), "{" + member + "}")
                                .getLast())
                        .usage())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":\"too hot\"}",
                "{\"message\":\"too hot\",\"type\":\"x\"}",
                "{\"success\":false,\"msg\":\"too hot\"}",
            })
    void wordsInThePlaceOfAnAnswerAreItsError(String words) {
        Fails.refused(502, "too hot", () -> chunks(words));
        Fails.refused(502, "too hot", () -> whole(words));
        assertThat(chunks(words, say("a"), finish("stop"))).hasSize(2);
        Fails.with(Fails.CUT, () -> Decoding.all(Decoding.stream(Bytes.of(sse(words, say("a"))))));
    }

    @Test
    void anErrorWithinAChoiceIsTold() {
        String choice = "{\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\","
                + "\"error\":{\"code\":503,\"message\":\"too hot\"}}]}";
        Fails.refused(503, "too hot", () -> chunks(choice));
        Fails.refused(503, "too hot", () -> whole(choice));
    }

    @Test
    void aCallThatIsNullIsNone() {
        assertThat(chunks(delta("\"tool_calls\":[null]"), say("a"), finish("stop")))
                .hasSize(2);
    }
}
