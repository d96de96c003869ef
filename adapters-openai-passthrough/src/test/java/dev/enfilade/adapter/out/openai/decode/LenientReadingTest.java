package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.chunks;
import static dev.enfilade.adapter.out.openai.decode.Decoding.delta;
import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static dev.enfilade.adapter.out.openai.decode.Decoding.say;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oddities of chunks: what is clear is understood, what is not is refused. */
final class LenientReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"choices\":null}",
                "{\"choices\":[]}",
                "{\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":{}}]}",
                "{\"choices\":[{}]}",
                "{\"choices\":[{\"index\":0,\"delta\":null,\"finish_reason\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"tool_calls\":null,\"refusal\":null}}]}",
                "{\"choices\":[{\"index\":{\"a\":1},\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"\"}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":false}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":{},\"audio\":{\"id\":\"a\",\"data\":\"AAAA\"}}}]}",
                "{\"choices\":[{\"index\":0,\"logprobs\":{\"content\":null}}]}",
                "{\"error\":null,\"usage\":null,\"timings\":null}",
                "{\"error\":false,\"usage\":7,\"timings\":[]}",
                "{\"error\":\"\"}",
                "{\"type\":\"ping\"}",
                "{\"object\":\"chunk\",\"message\":\"hi\",\"choices\":[]}",
                "{\"object\":{\"deep\":[[[{\"x\":{}}]]]},\"choices\":[]}",
                "",
                "   ",
            })
    void chunkThatSaysNothingMeansNothing(String odd) {
        List<GenerationEvent> events = chunks(say("a"), odd, say("b"), finish("stop"));
        assertThat(events).startsWith(new TextDelta("a"), new TextDelta("b")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"delta\":{\"content\":\"b\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"b\"}]}}]}",
                "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"\"},{\"x\":[1],\"text\":\"b\"}]}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"b\"},\"message\":{\"content\":\"ab\"},\"index\":0}]}",
                "{\"choices\":[{\"delta\":{\"refusal\":\"b\",\"content\":null}}]}",
                "{\"choices\":[{\"delta\":{\"content\":{\"type\":\"text\",\"text\":\"b\"}}}]}",
                "{\"choices\":[{\"delta\":{\"content\":null,\"audio\":{\"id\":\"a\",\"transcript\":\"b\"}}}]}",
                "{\"choices\":[{\"text\":\"b\",\"index\":0}]}",
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"x\"}},{\"index\":0,\"delta\":{\"content\":\"b\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"b\"},\"index\":0},{\"delta\":{\"content\":\"x\"},\"index\":1}]}",
                "{\n\"choices\" : [ {\"delta\":{\"content\":\"b\"}} ] }  ",
            })
    void textIsFoundInEverySpelling(String odd) {
        String oneLine = odd.replace("\n", "\ndata: ");
        assertThat(chunks(say("a"), oneLine, finish("stop")))
                .startsWith(new TextDelta("a"), new TextDelta("b"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"choices\":[{\"delta\":{\"content\":\"b\"}}",
                "{\"choices\":[]}}",
                "{}{}",
                "{\"choices\":[]} x",
                "{\"choices\":{}}",
                "{\"choices\":[1]}",
                "{\"choices\":[{\"delta\":[]}]}",
                "{\"choices\":[{\"delta\":{\"content\":5}}]}",
                "{\"choices\":[{\"delta\":{\"content\":[5]}}]}",
                "{\"choices\":[{\"delta\":{\"tool_calls\":{}}}]}",
                "{\"choices\":[{\"delta\":{\"tool_calls\":[7]}}]}",
                "{\"choices\":[{\"finish_reason\":\"error\"}]}",
                "{\"choices\":[{\"finish_reason\":\"abort\"}]}",
                "{\"error\":7}",
                "<html>",
                "[DONE",
                "{'choices':[]}",
            })
    void nonsenseIsRefusedAndWhatCameBeforeItIsKept(String nonsense) {
        AnswerStream stream = Decoding.stream(Bytes.of(Decoding.sse(say("a"), nonsense, finish("stop"))));
        assertThat(stream.next()).isEqualTo(new TextDelta("a"));
        Fails.with(Fails.INVALID, stream::hasNext);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        Fails.with(Fails.INVALID, () -> chunks(deep));
    }

    @Test
    void aLongChunkIsReadWhole() {
        String text = "é".repeat(5000);
        assertThat(chunks(say(text), finish("stop"))).startsWith(new TextDelta(text));
    }

    @Test
    void spaceBehindAChunkIsAllowedAndNothingElse() {
        String spaces = " \t".repeat(2000);
        assertThat(chunks(say("a") + spaces, finish("stop"))).startsWith(new TextDelta("a"));
        Fails.with(Fails.INVALID, () -> chunks(say("a") + spaces + "x", finish("stop")));
    }

    @Test
    void aChunkThatBeginsWithNoAsciiIsRefused() {
        Fails.with(Fails.INVALID, () -> chunks("é{}"));
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAndTheStreamGoesOn() {
        String stream = Decoding.sse(say("a\u00ffb"), say("c"), finish("stop")) + "data: [DONE]\n\n";
        AnswerStream answer = Decoding.stream(Bytes.of(stream.getBytes(ISO_8859_1)));
        assertThat(Decoding.all(answer))
                .startsWith(new TextDelta("a\ufffdb"), new TextDelta("c"))
                .hasSize(3);
    }

    @Test
    void bytesThatAreNoUtf8DoNotExcuseNonsense() {
        byte[] stream = Decoding.sse("{\u00ff").getBytes(ISO_8859_1);
        Fails.with(Fails.INVALID, () -> Decoding.stream(Bytes.of(stream)));
    }

    @Test
    void aCharacterCutInTwoIsJoined() {
        assertThat(chunks(say("a\\ud83d"), say("\\ude00b"), finish("stop")))
                .startsWith(new TextDelta("a"), new TextDelta("\ud83d\ude00b"))
                .hasSize(3);
    }

    @Test
    void halfACharacterThatStaysAloneIsReplaced() {
        assertThat(chunks(say("a\\ud83d"), finish("stop")))
                .startsWith(new TextDelta("a"), new TextDelta("\ufffd"))
                .hasSize(3);
    }

    @Test
    void everyTextCanBeWrittenAsUtf8() {
        for (GenerationEvent event : chunks(say("\\ude00 \\ud83dx"), say("\\ud83d"), say("y"), finish("stop"))) {
            String text = event.toString();
            assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "length, LENGTH",
        "max_tokens, LENGTH",
        "model_length, LENGTH",
        "tool_calls, TOOL_CALLS",
        "function_call, TOOL_CALLS",
        "content_filter, CONTENT_FILTER",
        "eos, STOP",
    })
    void finishReasonsHaveManyNames(String word, FinishReason reason) {
        assertThat(end(chunks(finish(word))).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{\"type\":\"stop\"}", "[\"stop\"]"})
    void aFinishReasonThatIsNoTextIsAnOrdinaryEnd(String odd) {
        assertThat(end(chunks(say("a"), "{\"choices\":[{\"finish_reason\":" + odd + "}]}"))
                        .reason())
                .isEqualTo(FinishReason.STOP);
    }

    @Test
    void theFirstFinishReasonCounts() {
        assertThat(end(chunks(finish("length"), finish("stop"))).reason()).isEqualTo(FinishReason.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt_tokens\":3}",
                "{\"completion_tokens\":3}",
                "{\"prompt_tokens\":null,\"completion_tokens\":3}",
                "{\"prompt_tokens\":3,\"completion_tokens\":-1}",
                "[]",
            })
    void countsThatAreNotGivenAreNotInvented(String usage) {
        assertThat(end(chunks(finish("stop"), "{\"choices\":[],\"usage\":" + usage + "}"))
                        .usage())
                .isEmpty();
    }

    @Test
    void countsInEveryChunkGrowAndTheLastOnesCount() {
        String first =
                "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}";
        String last =
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}";
        assertThat(end(chunks(first, last)).usage()).contains(new Usage(3, 2));
    }

    @Test
    void countsStayWhenLaterChunksGiveNone() {
        String counted =
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1},\"timings\":{\"prompt_ms\":2}}";
        Finished end = end(chunks(counted, say("a"), finish("stop")));
        assertThat(end.usage()).contains(new Usage(3, 1));
        assertThat(end.timing().prompt()).isEqualTo(2_000_000);
    }

    @Test
    void timingsCountWhereUsageIsMissing() {
        String timings = "{\"choices\":[],\"timings\":{\"cache_n\":4,\"prompt_n\":7,\"predicted_n\":5,\"x\":[1]}}";
        assertThat(end(chunks(finish("stop"), timings)).usage()).contains(new Usage(11, 5));
        assertThat(end(chunks(finish("stop"), "{\"timings\":{}}")).usage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reasoning_content\":\"r\"",
                "\"reasoning\":\"r\"",
                "\"reasoning\":\"r\",\"reasoning_content\":\"r\"",
                "\"reasoning\":{\"text\":\"r\",\"effort\":[1]}",
                "\"reasoning\":\"\",\"reasoning_content\":null,\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"r\"}]",
                "\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"zz\"},{\"text\":\"r\"}],\"reasoning\":\"r\"",
                "\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"r\"}]}]",
            })
    void reasoningHasManyNamesAndIsToldOnce(String members) {
        assertThat(chunks(delta(members), say("a"), finish("stop")))
                .startsWith(new ThinkingDelta("r"), new TextDelta("a"))
                .hasSize(3);
    }

    private static Finished end(List<GenerationEvent> events) {
        return (Finished) events.getLast();
    }
}
