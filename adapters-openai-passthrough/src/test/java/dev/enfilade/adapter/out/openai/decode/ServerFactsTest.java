package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.domain.catalog.Capability.COMPLETION;
import static dev.enfilade.domain.catalog.Capability.EMBEDDING;
import static dev.enfilade.domain.catalog.Capability.THINKING;
import static dev.enfilade.domain.catalog.Capability.TOOLS;
import static dev.enfilade.domain.catalog.Capability.VISION;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers tell beside their model lists. */
final class ServerFactsTest {

    @ParameterizedTest
    @CsvSource({
        "llamacpp-recorded-props, COMPLETION",
        "llamacpp-recorded-props-tools, COMPLETION TOOLS",
        "llamacpp-recorded-props-think, COMPLETION THINKING",
    })
    void llamacppTellsWhatItsTemplateCan(String file, String capabilities) {
        ModelTraits traits = LlamaCppFacts.ofProperties(file(file));
        assertThat(traits.capabilities()).contains(words(capabilities));
        assertThat(traits.contextLength()).hasValue(1024);
        assertThat(traits.quantization()).contains("F32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"modalities\":{\"vision\":true},\"chat_template_caps\":{\"supports_tools\":true}} # COMPLETION VISION TOOLS",
                "{\"modalities\":{\"vision\":true},\"chat_template\":\"{{ messages }}\"} # COMPLETION VISION",
                "{\"chat_template\":\"{% if tools %}{% endif %}\"} # COMPLETION TOOLS",
                "{\"chat_template\":\"Think step by step. {{ messages }}\"} # COMPLETION",
                "{\"chat_template\":\"<THINK>\"} # COMPLETION THINKING",
                "{\"chat_template\":\"{{ Reasoning_effort }}\",\"chat_template_caps\":{}} # COMPLETION THINKING",
            })
    void olderAndOtherTemplatesAreUnderstood(String properties, String capabilities) {
        assertThat(LlamaCppFacts.ofProperties(tree(properties)).capabilities()).contains(words(capabilities));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"x\"",
                "{\"modalities\":{\"vision\":true}}",
                "{\"default_generation_settings\":{\"n_ctx\":0},\"chat_template\":null,\"chat_template_caps\":[]}",
            })
    void propertiesMayTellNothing(String properties) {
        assertThat(LlamaCppFacts.ofProperties(tree(properties))).isEqualTo(ModelTraits.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Q4_K - Medium, Q4_K_M",
        "Q3_K - Small, Q3_K_S",
        "(guessed) all F32, F32",
        "mostly Q8_0, Q8_0",
        "F16, F16",
        "IQ4_NL - 4.5 bpw, ",
        "unknown, ",
    })
    void typesOfFilesAreSpelledAsOllamaSpellsThem(String type, String quantization) {
        JsonNode properties = tree("{\"model_ftype\":\"" + type + "\"}");
        assertThat(LlamaCppFacts.ofProperties(properties).quantization()).isEqualTo(Optional.ofNullable(quantization));
    }

    @Test
    void lmStudioTellsTypesLengthsAndTools() {
        Map<String, ModelTraits> traits = LmStudioFacts.ofModels(file("lmstudio-v0"));
        assertThat(requireNonNull(traits.get("qwen2-vl-7b-instruct")).capabilities())
                .contains(List.of(COMPLETION, VISION));
        assertThat(requireNonNull(traits.get("qwen2-vl-7b-instruct")).contextLength())
                .hasValue(32_768);
        assertThat(requireNonNull(traits.get("qwen/qwen3-8b")).capabilities())
                .contains(List.of(COMPLETION, TOOLS, THINKING));
        assertThat(requireNonNull(traits.get("qwen/qwen3-8b")).contextLength()).hasValue(8192);
        assertThat(requireNonNull(traits.get("text-embedding-nomic-embed-text-v1.5"))
                        .capabilities())
                .contains(List.of(EMBEDDING));
    }

    @Test
    void ollamaTellsLengthsInItsListAndCapabilitiesWhenAModelIsShown() {
        ModelTraits listed =
                requireNonNull(OllamaFacts.ofTags(file("ollama-recorded-tags")).get("tiny-think:latest"));
        assertThat(listed)
                .isEqualTo(new ModelTraits(
                        Optional.empty(),
                        OptionalInt.of(4096),
                        OptionalInt.of(512),
                        Optional.of("llama"),
                        Optional.of("1.49M"),
                        Optional.empty()));
        ModelTraits shown = OllamaFacts.ofShow(file("ollama-recorded-show"));
        assertThat(shown.capabilities().orElseThrow()).containsExactly(COMPLETION, TOOLS, THINKING);
        assertThat(shown.contextLength()).hasValue(4096);
    }

    @Test
    void ollamaTellsTheQuantizationWhereItIsKnown() {
        assertThat(OllamaFacts.ofShow(tree("{\"details\":{\"quantization_level\":\"Q4_K_M\"}}"))
                        .quantization())
                .contains("Q4_K_M");
    }

    @Test
    void ollamaMayTellNothing() {
        assertThat(OllamaFacts.ofTags(tree("{\"models\":null}"))).isEmpty();
        assertThat(OllamaFacts.ofShow(
                        tree("{\"capabilities\":[\"audio\"],\"details\":{\"quantization_level\":\"unknown\"}}")))
                .isEqualTo(ModelTraits.UNKNOWN);
    }

    private static List<Capability> words(String capabilities) {
        return Arrays.stream(capabilities.split(" ")).map(Capability::valueOf).toList();
    }

    private static JsonNode file(String name) {
        return tree(Bytes.answer("/models/" + name + ".json"));
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
