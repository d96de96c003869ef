package dev.enfilade.adapter.out.openai.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelTraits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelListDecoderTest {

    private static final Instant CREATED = Instant.ofEpochSecond(1_767_225_600);

    @Test
    void vllmTellsTheContextLength() {
        assertThat(models(Bytes.answer("/models/vllm.json")))
                .containsExactly(
                        new ListedModel("Qwen/Qwen3-8B", Optional.of(CREATED), Optional.of("vllm"), context(40_960)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8192", "\"8192\"", "8192.0"})
    void aLengthIsANumberHoweverItIsWritten(String length) {
        assertThat(models("{\"data\":[{\"id\":\"m\",\"context_length\":" + length + "}]}")
                        .getFirst()
                        .traits()
                        .contextLength())
                .hasValue(8192);
    }

    @Test
    void llamacppTellsWhatItReadInTheFile() {
        assertThat(models(Bytes.answer("/models/llamacpp.json")).getFirst().traits())
                .isEqualTo(new ModelTraits(
                        Optional.empty(),
                        OptionalInt.of(32_768),
                        OptionalInt.of(896),
                        Optional.empty(),
                        Optional.of("494.03M"),
                        Optional.empty()));
    }

    @Test
    void theContextThatLlamacppWasStartedWithGoesBeforeTheTrainedOne() {
        assertThat(models(Bytes.answer("/models/llamacpp-recorded.json"))
                        .getFirst()
                        .traits()
                        .contextLength())
                .hasValue(1024);
    }

    @Test
    void openrouterTellsCapabilities() {
        List<ListedModel> models = models(Bytes.answer("/models/openrouter.json"));
        assertThat(models).extracting(ListedModel::id).containsExactly("lab/talker", "lab/looker");
        assertThat(models.getFirst().traits().capabilities())
                .contains(List.of(Capability.COMPLETION, Capability.TOOLS, Capability.THINKING));
        assertThat(models.getFirst().traits().contextLength()).hasValue(131_072);
        assertThat(models.getLast().traits().capabilities())
                .contains(List.of(Capability.COMPLETION, Capability.VISION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"id\":\"m\",\"context_window\":8192} # 8192",
                "{\"id\":\"m\",\"max_context_length\":4096,\"loaded_context_length\":2048} # 2048",
                "{\"id\":\"m\",\"context_length\":null,\"max_context_length\":4096} # 4096",
                "{\"id\":\"m\",\"context_length\":null,\"top_provider\":{\"context_length\":512}} # 512",
                "{\"id\":\"m\",\"context_length\":0,\"max_context_length\":4096} # 4096",
                "{\"id\":\"m\",\"context_length\":99999999999999,\"max_context_length\":4096} # 4096",
            })
    void contextLengthHasManyNames(String entry, int length) {
        assertThat(one(entry).traits().contextLength()).hasValue(length);
    }

    @ParameterizedTest
    @CsvSource({"text+image->text, true", "text+image+file->text, true", "text->text, false", "text->text+image, false"
    })
    void modalitiesMayBeOneText(String modality, boolean vision) {
        String entry =
                "{\"id\":\"m\",\"supported_parameters\":[],\"architecture\":{\"modality\":\"" + modality + "\"}}";
        assertThat(one(entry).traits().capabilities().orElseThrow().contains(Capability.VISION))
                .isEqualTo(vision);
    }

    @Test
    void modelsOfOpenrouterHaveVariants() {
        assertThat(models(Bytes.answer("/models/openrouter.json"))).allMatch(ListedModel::variants);
        assertThat(models(Bytes.answer("/models/vllm.json"))).noneMatch(ListedModel::variants);
    }

    @Test
    void lmStudioTellsFamilyAndQuantization() {
        ModelTraits traits = one("{\"id\":\"m\",\"type\":\"llm\",\"arch\":\"qwen2\",\"quantization\":\"Q4_K_M\"}")
                .traits();
        assertThat(traits.family()).contains("qwen2");
        assertThat(traits.quantization()).contains("Q4_K_M");
        assertThat(traits.capabilities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"m\",\"type\":\"embeddings\"}",
                "{\"id\":\"m\",\"type\":\"embedding\"}",
                "{\"id\":\"m\",\"architecture\":{\"output_modalities\":[\"embeddings\"]},\"supported_parameters\":[]}",
            })
    void modelsForVectorsAreKnownByTheirType(String entry) {
        assertThat(one(entry).traits().capabilities()).contains(List.of(Capability.EMBEDDING));
    }

    @Test
    void otherModalitiesAreNoVectors() {
        String entry =
                "{\"id\":\"m\",\"architecture\":{\"output_modalities\":[\"text\"],\"input_modalities\":[\"text\"]},"
                        + "\"supported_parameters\":[\"include_reasoning\"]}";
        assertThat(one(entry).traits().capabilities()).contains(List.of(Capability.COMPLETION, Capability.THINKING));
    }

    @Test
    void mistralTellsCapabilitiesAsFlags() {
        String flags = "{\"completion_chat\":true,\"function_calling\":true,\"vision\":true,\"reasoning\":false}";
        assertThat(one("{\"id\":\"m\",\"capabilities\":" + flags + "}").traits().capabilities())
                .contains(List.of(Capability.COMPLETION, Capability.VISION, Capability.TOOLS));
    }

    @ParameterizedTest
    @CsvSource({"8191000000, 8.2B", "7600000000, 7.6B", "33000000, 33.00M", "1000, ", "0, "})
    void parametersAreCountedInBillionsAndMillions(long count, String size) {
        assertThat(one("{\"id\":\"m\",\"meta\":{\"n_params\":" + count + "}}")
                        .traits()
                        .parameterSize())
                .isEqualTo(Optional.ofNullable(size));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"m\"}",
                "{\"id\":\"m\",\"created\":null,\"owned_by\":null,\"meta\":null,\"architecture\":null,\"capabilities\":null}",
                "{\"id\":\"m\",\"created\":-1,\"owned_by\":\"\",\"meta\":[],\"max_model_len\":\"many\",\"capabilities\":[\"x\"]}",
                "{\"id\":\"m\",\"created\":1767225600000,\"owned_by\":{},\"supported_parameters\":\"all\",\"type\":7}",
            })
    void modelsMayTellNothing(String entry) {
        assertThat(one(entry)).isEqualTo(new ListedModel("m", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN));
    }

    @Test
    void entriesWithoutAnIdArePassedOver() {
        assertThat(models("{\"data\":[{},7,{\"id\":null},{\"id\":\"\"},{\"id\":\"m\"}]}"))
                .hasSize(1);
    }

    @Test
    void aBareListIsAList() {
        assertThat(models("[{\"id\":\"m\"}]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[\"m\"]}", "[\"m\", \"\"]"})
    void idsAloneAreAList(String body) {
        assertThat(models(body))
                .containsExactly(new ListedModel("m", Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN));
    }

    @Test
    void ollamaWithoutModelsHasAnEmptyList() {
        assertThat(models("{\"object\":\"list\",\"data\":null}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"data\":{}}", "7", "<html>", "{\"data\":[]} x"})
    void whatIsNoListIsABrokenAnswer(String body) {
        Fails.with(Fails.INVALID, () -> models(body));
    }

    @Test
    void aTruncatedListIsACut() {
        Fails.with(Fails.CUT, () -> models("{\"data\":[{\"id\":\"m\"}"));
    }

    @Test
    void anErrorIsAnError() {
        Fails.refused(400, "no", () -> models("{\"error\":{\"message\":\"no\",\"code\":400}}"));
        Fails.refused(502, "Unexpected endpoint", () -> models("{\"error\":\"Unexpected endpoint\"}"));
        assertThat(models("{\"error\":null,\"data\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vllm, vllm",
        "llamacpp, llamacpp",
        "llamacpp-recorded, llamacpp",
        "openrouter, openrouter",
        "ollama, ollama",
        "ollama-recorded, ollama",
        "lmstudio, generic",
        "openai, generic",
        "litellm-recorded, generic",
    })
    void theListGivesTheServerAway(String file, String dialect) {
        ModelList list =
                ModelListDecoder.decode(Bytes.of(Bytes.answer("/models/" + file + ".json")), Decoding.TOLD.failures());
        assertThat(list.marks().dialect("10.0.0.7")).extracting(Dialect::name).isEqualTo(dialect);
        assertThat(Dialects.named(dialect)).contains(list.marks().dialect("10.0.0.7"));
    }

    private static ModelTraits context(int length) {
        return new ModelTraits(
                Optional.empty(),
                OptionalInt.of(length),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ListedModel one(String entry) {
        return models("{\"data\":[" + entry + "]}").getFirst();
    }

    private static List<ListedModel> models(String body) {
        return ModelListDecoder.decode(Bytes.of(body), Decoding.TOLD.failures()).models();
    }
}
