package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.completions.CompletionCreateParams;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CompletionParamsTest {

    private static final GenerateRequest RAW = Asked.toContinue(new Prompt.Verbatim("[INST] Hi [/INST]"));
    private static final GenerateRequest GAP = Asked.toContinue(new Prompt.Infill("def f():\n", "\n  return c"));

    @Test
    void aPromptGoesAsItIs() {
        assertThat(sent(RAW, Dialects.GENERIC))
                .isEqualTo(Asked.tree("{\"model\":\"plain\",\"prompt\":\"[INST] Hi [/INST]\"}"));
    }

    @Test
    void aGapHasASuffix() {
        assertThat(sent(GAP, Dialects.GENERIC))
                .isEqualTo(Asked.tree("{\"model\":\"plain\",\"prompt\":\"def f():\\n\",\"suffix\":\"\\n  return c\"}"));
    }

    @Test
    void aGapIsRefusedWhereItCannotBeFilled() {
        assertThat(Fails.failureIn(catchThrowable(() -> CompletionParams.of(GAP, Dialects.LLAMACPP, false))))
                .isInstanceOf(Failure.Unsupported.class);
    }

    @Test
    void aTemplatedPromptDoesNotBelongHere() {
        GenerateRequest templated = Asked.toContinue(new Prompt.Templated(Optional.empty(), List.of(), List.of()));
        assertThatThrownBy(() -> CompletionParams.of(templated, Dialects.GENERIC, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samplingIsSentUnderTheOlderNames() {
        GenerateRequest request = new GenerateRequest(
                new ModelName("plain"),
                new Prompt.Verbatim("Once"),
                new ResponseFormat.AnyJson(),
                new Thinking.On(),
                new Sampling(Map.of(Knob.MAX_TOKENS, 5L, Knob.TEMPERATURE, 0.0, Knob.TOP_K, 3L), List.of("\n")),
                Optional.of(new LogprobDetail(0)),
                Delivery.WHOLE);
        Prepared<CompletionCreateParams> prepared = CompletionParams.of(request, Dialects.OPENAI, false);
        assertThat(Asked.tree(Asked.wire(prepared.params()._body())))
                .isEqualTo(Asked.tree("{\"model\":\"plain\",\"prompt\":\"Once\",\"max_tokens\":5,\"temperature\":0.0,"
                        + "\"stop\":[\"\\n\"],\"logprobs\":1}"));
        assertThat(prepared.dropped()).containsExactly("top_k", "format", "think");
    }

    @Test
    void whatNeedsATemplateIsNamed() {
        assertThat(dropped(new Thinking.Effort(Thinking.Level.LOW))).containsExactly("think");
        assertThat(dropped(new Thinking.Off())).isEmpty();
        assertThat(dropped(new Thinking.Unset())).isEmpty();
    }

    @Test
    void streamOptionsAreLeftOutWhereTheyAreNotKnown() {
        Dialect old = new Dialect("old", Map.of(), Dialects.GENERIC.thinking(), 1, true, false, true, false, List.of());
        assertThat(Asked.wire(CompletionParams.of(RAW, old, true).params()._body()))
                .doesNotContain("stream_options");
    }

    private static List<String> dropped(Thinking thinking) {
        GenerateRequest request = new GenerateRequest(
                RAW.model(), RAW.prompt(), RAW.format(), thinking, RAW.sampling(), RAW.logprobs(), RAW.delivery());
        return CompletionParams.of(request, Dialects.GENERIC, false).dropped();
    }

    @Test
    void aStreamedAnswerIsAskedToCountItsTokens() {
        JsonNode sent = Asked.tree(Asked.wire(
                CompletionParams.of(RAW, Dialects.VLLM, true).params()._body()));
        assertThat(sent.get("stream_options")).isEqualTo(Asked.tree("{\"include_usage\":true}"));
    }

    private static JsonNode sent(GenerateRequest request, Dialect dialect) {
        return Asked.tree(
                Asked.wire(CompletionParams.of(request, dialect, false).params()._body()));
    }
}
