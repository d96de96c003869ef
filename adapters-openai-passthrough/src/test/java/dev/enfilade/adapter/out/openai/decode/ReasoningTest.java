package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.delta;
import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.decode.AnswerRules.Reasoning;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasoningTest {

    @ParameterizedTest
    @CsvSource({
        "<think>Add.</think>4",
        "<think>|Add.|</think>|4",
        "<th|ink>Add.</thi|nk>4",
        "<|t|h|i|n|k|>|A|d|d|.|<|/|t|h|i|n|k|>|4",
        "'<think>\n|\nAdd.</think>\n|\n|4'",
        "'\n| |\n<thi|nk>Add.</think>4'",
    })
    void tagsAtTheStartKeepReasoningApart(String pieces) {
        List<GenerationEvent> events = split(Reasoning.TOLD, pieces);
        assertThat(thinking(events)).isEqualTo("Add.");
        assertThat(text(events)).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4<think>Add.</think>",
                "\n",
                " 4",
                " <thin",
                " <b>x</b>",
                "<thinking>x",
                "<b>x</b>",
                "<",
                "<think",
                "thin"
            })
    void anythingElseIsText(String answer) {
        List<GenerationEvent> events = split(Reasoning.TOLD, answer);
        assertThat(thinking(events)).isEmpty();
        assertThat(text(events)).isEqualTo(answer);
    }

    @Test
    void textThatOnlyLookedLikeATagKeepsItsPieces() {
        assertThat(split(Reasoning.TOLD, "<|t|able>"))
                .startsWith(new TextDelta("<"), new TextDelta("t"), new TextDelta("able>"))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"<think>Add| more, Add more", "<think>Add </thi, 'Add </thi'", "<think>, ''", "'<think> \n', ''"})
    void reasoningThatIsCutByLengthIsReasoning(String pieces, String reasoning) {
        List<GenerationEvent> events = split(Reasoning.TOLD, pieces);
        assertThat(thinking(events)).isEqualTo(reasoning);
        assertThat(text(events)).isEmpty();
    }

    @Test
    void somethingLikeTheClosingTagInsideIsReasoning() {
        List<GenerationEvent> events = split(Reasoning.TOLD, "<think>a </b> <|/think|> b</think>c");
        assertThat(thinking(events)).isEqualTo("a </b> ");
        assertThat(text(events)).isEqualTo("b</think>c");
    }

    @Test
    void tagsAreLeftAloneWhereTheBackendMarksReasoningItself() {
        assertThat(text(split(Reasoning.AS_MARKED, "<think>Add.</think>4"))).isEqualTo("<think>Add.</think>4");
    }

    @Test
    void droppedReasoningIsNotTold() {
        List<GenerationEvent> events = Decoding.all(Decoding.stream(
                Bytes.of(Decoding.sse(delta("\"reasoning\":\"r\""), say("4"), finish("stop"), "[DONE]")),
                Decoding.DROPPED));
        assertThat(events).startsWith(new TextDelta("4")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"<think>Add.</think>4, 4", "<thi|nk>Add.</th|ink> |4, 4", "<think>Add, ''", "a <think>b, a <think>b"})
    void droppedReasoningIsNotToldFromBetweenTagsEither(String pieces, String answer) {
        List<GenerationEvent> events = split(Reasoning.DROPPED, pieces);
        assertThat(thinking(events)).isEmpty();
        assertThat(text(events)).isEqualTo(answer);
    }

    @Test
    void droppedReasoningBetweenTagsTakesItsProbabilitiesWithIt() {
        String chunk = "{\"choices\":[{\"delta\":{\"content\":\"<think>r\"},"
                + "\"logprobs\":{\"content\":[{\"token\":\"r\"}]}}]}";
        List<GenerationEvent> events = Decoding.all(
                Decoding.stream(Bytes.of(Decoding.sse(chunk, finish("stop"), "[DONE]")), Decoding.DROPPED));
        assertThat(events).hasSize(1);
    }

    @Test
    void droppedReasoningTakesItsProbabilitiesWithIt() {
        String chunk =
                "{\"choices\":[{\"delta\":{\"reasoning\":\"r\"},\"logprobs\":{\"content\":[{\"token\":\"r\"}]}}]}";
        List<GenerationEvent> events = Decoding.all(
                Decoding.stream(Bytes.of(Decoding.sse(chunk, finish("stop"), "[DONE]")), Decoding.DROPPED));
        assertThat(events).hasSize(1);
    }

    @Test
    void probabilitiesOfReasoningComeBehindIt() {
        String chunk =
                "{\"choices\":[{\"delta\":{\"reasoning\":\"r\"},\"logprobs\":{\"content\":[{\"token\":\"r\"}]}}]}";
        List<GenerationEvent> events = Decoding.chunks(chunk, finish("stop"));
        assertThat(events.getFirst()).isEqualTo(new ThinkingDelta("r"));
        assertThat(events.get(1)).isInstanceOfSatisfying(TextDelta.class, delta -> {
            assertThat(delta.text()).isEmpty();
            assertThat(delta.logprobs()).hasSize(1);
        });
    }

    /** The events of an answer in these pieces, which are told apart by bars. */
    private static List<GenerationEvent> split(Reasoning reasoning, String pieces) {
        StringBuilder stream = new StringBuilder();
        for (String piece : pieces.split("\\|", -1)) {
            stream.append(Decoding.sse(say(piece.replace("\n", "\\n"))));
        }
        stream.append(Decoding.sse(finish("stop"), "[DONE]"));
        return Decoding.all(Decoding.stream(Bytes.of(stream.toString()), Decoding.rules(reasoning)));
    }

    private static String thinking(List<GenerationEvent> events) {
        StringBuilder all = new StringBuilder();
        events.forEach(event -> all.append(event instanceof ThinkingDelta delta ? delta.text() : ""));
        return all.toString();
    }

    private static String text(List<GenerationEvent> events) {
        StringBuilder all = new StringBuilder();
        events.forEach(event -> all.append(event instanceof TextDelta delta ? delta.text() : ""));
        return all.toString();
    }
}
