package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chats in the words of each kind of server. */
final class DialectWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '|',
            value = {
                "generic # unexpected # {}",
                "llamacpp # unexpected # {\"chat_template_kwargs\":{\"enable_thinking\":false}}",
                "vllm # unexpected # {\"chat_template_kwargs\":{\"enable_thinking\":false,\"thinking\":false}}",
                "ollama # unexpected # {\"reasoning_effort\":\"none\"}",
                "openrouter # unexpected # {\"reasoning\":{\"effort\":\"none\"}}",
                "openai # unexpected # {}",
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
        "gpt-5.1-2025-11-13, max, high",
        "gpt-5.1-codex-max, max, xhigh",
        "gpt-5.2, max, xhigh",
        "gpt-5-2025-08-07, off, minimal",
        "gpt-5-codex, off, low",
        "gpt-5-pro-2025-10-06, low, low",
        "openai/o3-mini-2025-01-31, max, high",
        "azure/eu/gpt-5-mini, high, high",
        "o1, on, medium",
        "gpt-6.1-mini, max, xhigh",
        "gpt-5-nano, off, minimal",
        "gpt-5, high, high",
        "o3-mini, off, low",
        "O4-MINI-2025, low, low",
        "ft:o4-mini:acme, medium, medium",
    })
    void reasoningModelsOfOpenAiHaveTheirOwnWords(String model, String wish, String effort) {
        ChatRequest request = Asked.with(thinking(wish)).withModel(new ModelName(model));
        for (Dialect dialect : List.of(Dialects.OPENAI, Dialects.GENERIC)) {
            JsonNode sent = sent(request, dialect.forModel(model));
            assertThat(sent.get("reasoning_effort").textValue()).isEqualTo(effort);
        }
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
    @CsvSource({
        "gpt-5.2-chat-latest",
        "openai/gpt-oss-20b",
        "gpt-5x",
        "o1x",
        "gpt-4o",
        "gpt-5-chat-latest",
        "chatgpt-4o-latest",
        "text-o1",
        "ft:gpt-4o:x"
    })
    void otherModelsOfOpenAiAreOrdinary(String model) {
        assertThat(Dialects.OPENAI.forModel(model)).isSameAs(Dialects.OPENAI);
    }

    @Test
    void theFirstReasoningModelsKnowNoEffort() {
        Dialect dialect = Dialects.OPENAI.forModel("o1-mini-2024-09-12");
        assertThat(sent(Asked.with(thinking("high")), dialect).has("reasoning_effort"))
                .isFalse();
        assertThat(dialect.member(Knob.MAX_TOKENS)).contains("max_completion_tokens");
    }

    @Test
    void otherServersAreNotTakenForOpenAiByTheNamesOfTheirModels() {
        for (Dialect dialect : List.of(Dialects.VLLM, Dialects.LLAMACPP, Dialects.OPENROUTER, Dialects.OLLAMA)) {
            assertThat(dialect.forModel("openai/o3")).isEqualTo(dialect);
        }
    }

    @Test
    void reasoningOfEarlierTurnsAndOptionsOfTheEngineAreNamedAsDropped() {
        ChatRequest request = Asked.with(List.of(
                new Message.AssistantMessage("a", "", List.of()), new Message.AssistantMessage("b", "Hm.", List.of())));
        assertThat(ChatParams.of(request, Dialects.VLLM, false).dropped()).containsExactly("messages.thinking");
        Sampling sampling = new Sampling(Map.of(Knob.MIROSTAT, 2L), List.of(), List.of("num_ctx", "shift"));
        assertThat(ChatParams.of(Asked.with(sampling), Dialects.GENERIC, false).dropped())
                .containsExactly("mirostat", "num_ctx", "shift");
        Prepared<ChatCompletionCreateParams> llamacpp = ChatParams.of(Asked.with(sampling), Dialects.LLAMACPP, false);
        assertThat(llamacpp.dropped()).containsExactly("num_ctx", "shift");
        assertThat(Asked.tree(body(llamacpp)).get("mirostat").longValue()).isEqualTo(2);
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
            case "unexpected" -> new Thinking.NotExpected();
            case "on" -> new Thinking.On();
            case "low" -> new Thinking.Effort(Thinking.Level.LOW);
            case "medium" -> new Thinking.Effort(Thinking.Level.MEDIUM);
            case "high" -> new Thinking.Effort(Thinking.Level.HIGH);
            default -> new Thinking.Effort(Thinking.Level.MAX);
        };
    }

    private static JsonNode sent(ChatRequest request, Dialect dialect) {
        return Asked.tree(body(ChatParams.of(request, dialect, false)));
    }

    private static String body(Prepared<ChatCompletionCreateParams> prepared) {
        return Asked.wire(prepared.params()._body());
    }
}
