package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts together what is known of a model: settings first, then the backend's metadata, then the name, then defaults.
 */
final class CardMaker {

    private static final String FORMAT = "gguf";
    private static final String FAMILY = "llama";
    private static final String PARAMETER_SIZE = "7B";
    private static final String QUANTIZATION = "F16";

    private final CatalogSettings settings;

    CardMaker(CatalogSettings settings) {
        this.settings = settings;
    }

    /**
     * The card of a model.
     *
     * @param shown the name that listings show
     * @param target the backend's id
     * @param configured what the settings say
     * @param listed what the backend says, if it lists the model
     */
    ModelCard card(ModelName shown, String target, ModelTraits configured, Optional<ListedModel> listed) {
        ModelTraits stated = configured.or(listed.map(ListedModel::traits).orElse(ModelTraits.UNKNOWN));
        ModelTraits guessed = ModelGuess.of(target);
        ModelTraits all = stated.or(guessed);
        Capabilities capabilities = capabilities(configured, stated, guessed);
        return new ModelCard(
                shown,
                listed.flatMap(ListedModel::created).orElse(settings.since()),
                listed.flatMap(ListedModel::owner).orElse("library"),
                capabilities,
                all.contextLength().orElse(settings.contextLength()),
                all.embeddingLength(),
                new ModelDetails(
                        FORMAT,
                        all.family().orElse(FAMILY),
                        all.parameterSize().orElse(PARAMETER_SIZE),
                        all.quantization().orElse(QUANTIZATION)));
    }

    /**
     * A name that says "vectors" goes before a backend that does not: llama.cpp tells what the template of a model can,
     * and there is one for every model.
     */
    private Capabilities capabilities(ModelTraits configured, ModelTraits stated, ModelTraits guessed) {
        List<Capability> beyond = guessed.capabilities().orElse(List.of());
        boolean embedder = beyond.contains(Capability.EMBEDDING)
                && configured.capabilities().isEmpty();
        return stated.capabilities()
                .filter(list -> !embedder || list.contains(Capability.EMBEDDING))
                .map(Capabilities::stated)
                .orElseGet(() -> Capabilities.assumed(embedder ? beyond : withUsual(beyond)));
    }

    private List<Capability> withUsual(List<Capability> beyond) {
        return Stream.concat(settings.capabilities().stream(), beyond.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
