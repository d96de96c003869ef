package dev.enfilade.adapter.in.ollama.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowMapperTest {

    private static final ModelName NAME = new ModelName("x");

    @ParameterizedTest
    @CsvSource({
        "completion,                          {{ .System }}{{ .Prompt }}{{ .Response }}",
        "completion tools,                    {{ .System }}{{ .Tools }}{{ .Prompt }}{{ .Response }}",
        "completion insert,                   {{ .System }}{{ .Prompt }}{{ .Suffix }}{{ .Response }}",
        "completion thinking,                 {{ .System }}{{ .Prompt }}{{ .Thinking }}{{ .Response }}",
        "embedding,                           {{ .System }}{{ .Prompt }}{{ .Response }}",
    })
    void theTemplateHasTheWordsByWhichClientsKnowWhatAModelCan(String words, String template) throws IOException {
        String shown = shown(card("llama", "1.2B", "F16", OptionalInt.empty(), capabilities(words)));

        assertThat(shown)
                .contains("\"template\":\"" + template + "\"")
                .contains("\"capabilities\":[\"" + words.replace(" ", "\",\"") + "\"]");
    }

    @Test
    void aModelThatSeesHasAFamilyMore() throws IOException {
        assertThat(shown(card("gemma3", "4B", "F16", OptionalInt.empty(), capabilities("completion vision"))))
                .contains("\"family\":\"gemma3\",\"families\":[\"gemma3\",\"clip\"]");
    }

    @Test
    void capabilitiesThatAreNotThereAreLeftOut() throws IOException {
        assertThat(shown(card("llama", "1.2B", "F16", OptionalInt.empty(), List.of())))
                .doesNotContain("capabilities");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bert         | 33M  | F16    | 384  | `\"bert.context_length\":512,\"bert.embedding_length\":384,"
                        + "\"general.architecture\":\"bert\",\"general.basename\":\"x\",\"general.file_type\":1,"
                        + "\"general.parameter_count\":33000000,\"general.quantization_version\":2`",
                "qwen3        | 1.7b | Q8_0   | 0    | `\"general.architecture\":\"qwen3\",\"general.basename\":\"x\","
                        + "\"general.file_type\":7,\"general.parameter_count\":1700000000,"
                        + "\"general.quantization_version\":2,"
                        + "\"qwen3.context_length\":512,\"qwen3.embedding_length\":4096`",
                "nomic-bert   | huge | AWQ    | 768  | `\"general.architecture\":\"nomic-bert\","
                        + "\"general.basename\":\"x\",\"general.quantization_version\":2,"
                        + "\"nomic-bert.context_length\":512,\"nomic-bert.embedding_length\":768`",
                "qwen2.5      | 0B   | Q4_K_M | 0    | `\"general.architecture\":\"qwen25\",\"general.basename\":\"x\","
                        + "\"general.file_type\":15,\"general.quantization_version\":2,"
                        + "\"qwen25.context_length\":512,\"qwen25.embedding_length\":4096`",
                ".            | 1T   | F32    | 0    | `\"general.architecture\":\"llama\",\"general.basename\":\"x\","
                        + "\"general.file_type\":0,\"general.parameter_count\":1000000000000,"
                        + "\"general.quantization_version\":2,"
                        + "\"llama.context_length\":512,\"llama.embedding_length\":4096`",
            })
    void modelInfoIsSortedAndHoldsWhatIsKnown(
            String family, String size, String quantization, int embeddingLength, String info) throws IOException {
        OptionalInt length = embeddingLength == 0 ? OptionalInt.empty() : OptionalInt.of(embeddingLength);

        String shown = shown(card(family, size, quantization, length, capabilities("completion")));

        assertThat(shown).contains("\"model_info\":{" + info + "}");
    }

    private static ModelCard card(
            String family, String size, String quantization, OptionalInt embeddingLength, List<Capability> can) {
        return new ModelCard(
                NAME,
                Cards.CREATED,
                "somebody",
                Capabilities.stated(can),
                512,
                embeddingLength,
                new ModelDetails("gguf", family, size, quantization));
    }

    private static List<Capability> capabilities(String words) {
        return Stream.of(words.split(" "))
                .map(word -> Capability.ofWord(word).orElseThrow())
                .toList();
    }

    private static String shown(ModelCard card) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ShowMapper.toWire(card, NAME, "").writeTo(bytes);
        return bytes.toString(UTF_8);
    }
}
