package dev.enfilade.application.service;

import static dev.enfilade.domain.catalog.Capability.COMPLETION;
import static dev.enfilade.domain.catalog.Capability.EMBEDDING;
import static dev.enfilade.domain.catalog.Capability.TOOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelTraits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardMakerTest {

    private static final ModelTraits NOTHING = ModelTraits.UNKNOWN;

    private final CardMaker cards = new CardMaker(CatalogSettings.startedAt(Instant.EPOCH));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o-mini-2024-07-18         | completion vision tools          | 128000",
                "openai/gpt-5-mini              | completion vision tools thinking | 400000",
                "gpt-5-chat-latest              | completion vision tools          | 128000",
                "o3-mini                        | completion tools thinking        | 200000",
                "gpt-oss:20b                    | completion tools thinking        | 131072",
                "anthropic/claude-sonnet-4.5    | completion vision tools thinking | 200000",
                "claude-3-5-sonnet-20241022     | completion vision tools          | 200000",
                "Qwen/Qwen3-8B                  | completion tools thinking        | 40960",
                "qwen2.5vl:7b                   | completion vision tools          | 128000",
                "Qwen/Qwen2.5-7B-Instruct       | completion tools                 | 32768",
                "meta-llama/Llama-3.1-8B        | completion tools                 | 131072",
                "llama3.2-vision                | completion vision tools          | 131072",
                "deepseek-r1:7b                 | completion tools thinking        | 131072",
                "gemma3:4b                      | completion vision tools          | 131072",
                "some-new-vl-model              | completion vision tools          | 32768",
                "demo-echo                      | completion tools                 | 32768",
                "yolo1-3b                       | completion tools                 | 32768",
            })
    void wellKnownModelsAreKnownByTheirNames(String id, String capabilities, int context) {
        ModelCard card = cards.card(new ModelName(id), id, NOTHING, Optional.empty());

        assertThat(words(card)).isEqualTo(capabilities);
        assertThat(card.contextLength()).isEqualTo(context);
        assertThat(card.capabilities().origin()).isEqualTo(Capabilities.Origin.ASSUMED);
    }

    @ParameterizedTest
    @CsvSource({
        "text-embedding-3-small, 8191, 1536",
        "text-embedding-3-large, 8191, 3072",
        "nomic-embed-text:latest, 8192, 768",
        "BAAI/bge-m3, 8192, 1024",
        "Qwen/Qwen3-Embedding-0.6B, 32768, 1024",
    })
    void wellKnownModelsForVectorsAreKnownByTheirNames(String id, int context, int length) {
        ModelCard card = cards.card(new ModelName(id), id, NOTHING, Optional.empty());

        assertThat(card.capabilities().list()).containsExactly(EMBEDDING);
        assertThat(card.contextLength()).isEqualTo(context);
        assertThat(card.embeddingLength()).hasValue(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-qwen3-embedding", "llama-embed-x"})
    void aNameThatSaysVectorsMeansNothingElse(String id) {
        ModelCard card = cards.card(new ModelName(id), id, NOTHING, Optional.empty());

        assertThat(card.capabilities().list()).containsExactly(EMBEDDING);
        assertThat(card.embeddingLength()).isEmpty();
    }

    @Test
    void aNameThatSaysVectorsGoesBeforeABackendThatDoesNotAndASettingBeforeBoth() {
        ListedModel listed = new ListedModel("bge-m3", Optional.empty(), Optional.empty(), capable(COMPLETION, TOOLS));

        assertThat(cards.card(new ModelName("x"), "bge-m3", NOTHING, Optional.of(listed))
                        .capabilities())
                .isEqualTo(Capabilities.assumed(List.of(EMBEDDING)));
        assertThat(cards.card(new ModelName("x"), "bge-m3", capable(COMPLETION), Optional.of(listed))
                        .capabilities())
                .isEqualTo(Capabilities.stated(List.of(COMPLETION)));
    }

    @Test
    void whatTheBackendSaysGoesBeforeWhatIsKnown() {
        ModelTraits traits = new ModelTraits(
                Optional.of(List.of(COMPLETION)),
                OptionalInt.of(1000),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ListedModel listed = new ListedModel("gpt-4o", Optional.empty(), Optional.empty(), traits);

        ModelCard card = cards.card(new ModelName("gpt-4o"), "gpt-4o", NOTHING, Optional.of(listed));

        assertThat(card.capabilities()).isEqualTo(Capabilities.stated(List.of(COMPLETION)));
        assertThat(card.contextLength()).isEqualTo(1000);
    }

    private static String words(ModelCard card) {
        return card.capabilities().list().stream().map(Capability::word).collect(Collectors.joining(" "));
    }

    private static ModelTraits capable(Capability... capabilities) {
        return new ModelTraits(
                Optional.of(List.of(capabilities)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
