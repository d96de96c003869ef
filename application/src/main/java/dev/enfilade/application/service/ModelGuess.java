package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model's name alone gives away: family, size, whether it makes vectors, and what is well known of it. */
final class ModelGuess {

    private static final Pattern SIZE = Pattern.compile("(?<![a-z0-9.])(\\d+(?:\\.\\d+)?)([bm])(?![a-z0-9])");
    private static final Pattern EMBEDDER = Pattern.compile("embed|(^|[/-])bge-|(^|[/-])gte-|(^|[/-])e5-|minilm");

    private static final Pattern VISION = Pattern.compile("(?<![a-z0-9])(vl|vision)(?![a-z0-9])|[0-9]vl(?![a-z0-9])");

    /** Names whose family is spelled otherwise than their first letters; longer ones first. */
    private static final List<String> FAMILIES = List.of(
            "deepseek",
            "starcoder2",
            "command",
            "granite",
            "mistral",
            "mixtral",
            "gptoss",
            "llama",
            "qwen3",
            "qwen2",
            "qwen",
            "gemma3",
            "gemma2",
            "gemma",
            "phi4",
            "phi3",
            "phi",
            "glm4",
            "falcon",
            "olmo",
            "yi");

    private ModelGuess() {}

    /** Traits to use where nothing better is known; their capabilities are beyond those that every model has. */
    static ModelTraits of(String id) {
        String name = id.toLowerCase(Locale.ROOT);
        boolean embedder = EMBEDDER.matcher(name).find();
        ModelTraits spelled = new ModelTraits(
                embedder ? Optional.of(List.of(Capability.EMBEDDING)) : vision(name),
                OptionalInt.empty(),
                OptionalInt.empty(),
                embedder ? Optional.of("bert") : family(name),
                size(name),
                Optional.empty());
        ModelTraits known = KnownModels.traits(name);
        boolean knownEmbedder = known.embeddingLength().isPresent();
        // A maker's models for vectors bear the name of its others.
        return embedder == knownEmbedder ? known.or(spelled) : spelled;
    }

    private static Optional<List<Capability>> vision(String name) {
        return VISION.matcher(name).find() ? Optional.of(List.of(Capability.VISION)) : Optional.empty();
    }

    private static Optional<String> family(String name) {
        String compact =
                name.substring(name.lastIndexOf('/') + 1).replace("-", "").replace("_", "");
        return FAMILIES.stream().filter(compact::contains).findFirst();
    }

    private static Optional<String> size(String name) {
        Matcher matcher = SIZE.matcher(name);
        return matcher.find()
                ? Optional.of(matcher.group(1) + matcher.group(2).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }
}
