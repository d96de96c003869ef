package dev.enfilade.adapter.out.openai.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.generation.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers of every kind answer, each file in the manner of the server it is named after. */
final class RecordedAnswersTest {

    private static final ToolCall WEATHER =
            call("call_u7x2", "get_weather", "{\"city\":\"Paris\",\"unit\":\"celsius\"}");

    @ParameterizedTest
    @ValueSource(strings = {"openai-text.sse", "llamacpp-text.sse"})
    void textComesTokenByToken(String file) {
        assertThat(texts(file)).containsExactly("Hello", " there", ",", " friend", ".");
        Reply reply = reply(file);
        assertThat(reply.end().reason()).isEqualTo(FinishReason.STOP);
        assertThat(reply.end().usage()).contains(new Usage(11, 5));
        assertThat(reply.thinking()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vllm-reasoning.sse",
                "llamacpp-reasoning.sse",
                "openrouter-reasoning.sse",
                "ollama-reasoning.sse"
            })
    void reasoningComesOnceAndBeforeTheText(String file) {
        assertThat(events(file))
                .startsWith(
                        new ThinkingDelta("Add"),
                        new ThinkingDelta(" the"),
                        new ThinkingDelta(" numbers."),
                        new TextDelta("It is"),
                        new TextDelta(" 4"),
                        new TextDelta("."))
                .hasSize(7);
        assertThat(reply(file).end().usage()).contains(new Usage(9, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vllm-tool-call.sse",
                "openrouter-tool-call.sse",
                "ollama-tool-call.sse",
                "openai-text-then-tool-call.sse",
                "vllm-reasoning-then-tool-call.json"
            })
    void toolCallIsPutTogether(String file) {
        assertThat(reply(file).calls()).containsExactly(WEATHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-two-tool-calls.sse", "openai-two-tool-calls.json"})
    void parallelToolCallsKeepTheirOrder(String file) {
        assertThat(reply(file).calls())
                .containsExactly(
                        call("call_a1", "get_weather", "{\"city\":\"Paris\"}"),
                        call("call_b2", "get_time", "{\"zone\":\"Europe/Paris\"}"));
        assertThat(reply(file).end().reason()).isEqualTo(FinishReason.TOOL_CALLS);
    }

    @Test
    void textBeforeAToolCallIsText() {
        assertThat(texts("openai-text-then-tool-call.sse")).containsExactly("Let", " me", " look.");
    }

    @Test
    void reasoningBeforeAToolCallIsReasoning() {
        assertThat(reply("vllm-reasoning-then-tool-call.json").thinking()).isEqualTo("I need data.");
    }

    @Test
    void reasoningThatIsCutByLengthHasNoText() {
        Reply reply = reply("vllm-reasoning-cut-by-length.sse");
        assertThat(reply.thinking()).isEqualTo("Add the");
        assertThat(reply.text()).isEmpty();
        assertThat(reply.end().reason()).isEqualTo(FinishReason.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-logprobs.sse", "openai-logprobs.json"})
    void probabilitiesComeWithTheirTokens(String file) {
        assertThat(reply(file).logprobs())
                .containsExactly(
                        new TokenLogprob("Hi", -0.25, List.of(leaf("Hi", -0.25), leaf("Hey", -1.5))),
                        new TokenLogprob(" é!", -0.125, List.of(leaf(" é!", -0.125), leaf("\n", -3))));
    }

    @Test
    void probabilitiesOfLlamacppComeWithTheirTokens() {
        assertThat(reply("llamacpp-recorded-logprobs.sse").logprobs())
                .extracting(TokenLogprob::token)
                .containsExactly(" to", " light");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-completion.sse", "openai-completion.json"})
    void completionIsText(String file) {
        assertThat(reply(file).text()).isEqualTo("Hello there.");
        assertThat(reply(file).end().usage()).contains(new Usage(7, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "llamacpp-recorded-text.sse, LENGTH, 27, 12, 8320000, 1873000",
        "llamacpp-recorded-text.json, LENGTH, 27, 12, 3510000, 854000",
        "llamacpp-recorded-completion.sse, LENGTH, 12, 8, 46045000, 1359000",
        "llamacpp-text.sse, STOP, 11, 5, 12500000, 30250000",
    })
    void llamacppMeasuresItself(
            String file, FinishReason reason, int prompt, int made, long promptNanos, long genNanos) {
        Reply reply = reply(file);
        assertThat(reply.end().reason()).isEqualTo(reason);
        assertThat(reply.end().usage()).contains(new Usage(prompt, made));
        assertThat(reply.end().timing().prompt()).isEqualTo(promptNanos);
        assertThat(reply.end().timing().generation()).isEqualTo(genNanos);
    }

    @ParameterizedTest
    @CsvSource({
        "llamacpp-recorded-tool-call.sse, XJSMTByNusdzsDLZSBCfGtVbpdiOmKDY",
        "llamacpp-recorded-tool-call.json, 6CsV0FWoVuAhmz8O3zEUipavOUMsekuq",
        "ollama-recorded-tool-call.sse, DjSZFrzbvbwQAygDpRKRNuVJNpZqj7bi",
    })
    void aCallOfARealModelIsWhole(String file, String id) {
        Reply reply = reply(file);
        assertThat(reply.calls()).hasSize(1);
        ToolCall call = reply.calls().getFirst();
        assertThat(call.id()).contains(id);
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call.arguments().raw().replaceAll("\\s", "")).isEqualTo("{\"city\":\"Oslo\",\"unit\":\"celsius\"}");
        assertThat(reply.text()).isEmpty();
        assertThat(reply.end().usage()).contains(new Usage(638, 98));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "llamacpp-recorded-reasoning.sse | ` the a blue and of to in.` | ` because hello`",
                "ollama-recorded-reasoning.sse   | ` the a blue and of to the is.` | ` dog`",
            })
    void reasoningOfARealModelIsKeptApart(String file, String thinking, String text) {
        Reply reply = reply(file);
        assertThat(reply.thinking()).isEqualTo(thinking);
        assertThat(reply.text()).isEqualTo(text);
        assertThat(reply.end().reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.end().usage()).contains(new Usage(25, 12));
    }

    @Test
    void litellmCountsInAChunkBehindTheFinish() {
        assertThat(reply("litellm-recorded-text.sse").text()).isEqualTo("Hello from LiteLLM.");
        assertThat(reply("litellm-recorded-text.sse").end().usage()).contains(new Usage(8, 6));
    }

    @Test
    void litellmToolCallEndsInStop() {
        assertThat(reply("litellm-recorded-tool-call.json").calls())
                .containsExactly(call("call_mock_1", "get_weather", "{\"city\":\"Paris\"}"));
    }

    private static ToolCall call(String id, String name, String arguments) {
        return new ToolCall(Optional.of(id), name, new JsonText(arguments));
    }

    private static TokenLogprob leaf(String token, double logprob) {
        return new TokenLogprob(token, logprob, List.of());
    }

    private static List<String> texts(String file) {
        return events(file).stream()
                .filter(TextDelta.class::isInstance)
                .map(event -> ((TextDelta) event).text())
                .toList();
    }

    private static List<GenerationEvent> events(String file) {
        return Decoding.all(open(file));
    }

    private static Reply reply(String file) {
        return Reply.from(open(file));
    }

    private static AnswerStream open(String file) {
        Bytes body = Bytes.of(Bytes.answer(file));
        return file.endsWith(".sse")
                ? Decoding.stream(body)
                : AnswerStream.ofWhole(body, Decoding.TOLD, Decoding.watch());
    }
}
