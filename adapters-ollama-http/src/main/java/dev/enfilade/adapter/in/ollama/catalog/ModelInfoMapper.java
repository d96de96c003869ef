package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import java.util.Map;
import java.util.Optional;

/**
 * The members of {@code model_info}, sorted by name as Ollama 0.33 sorts them: what clients read of a model file, as
 * far as the card tells it. Only one name may hold {@code context_length}, since clients take the first that does.
 */
final class ModelInfoMapper {

    private static final String GENERAL = "general";

    /** Where the length of vectors is not known, clients are content with any. */
    private static final int USUAL_EMBEDDING_LENGTH = 4096;

    private static final int QUANTIZATION_VERSION = 2;

    /** The numbers that llama.cpp has for types of files. */
    private static final Map<String, Integer> FILE_TYPES = Map.of(
            "F32", 0, "F16", 1, "Q4_0", 2, "Q8_0", 7, "Q4_K_S", 14, "Q4_K_M", 15, "Q5_K_S", 16, "Q5_K_M", 17, "Q6_K",
            18, "BF16", 32);

    private ModelInfoMapper() {}

    /**
     * @param asked the name as the client wrote it, which some clients show to their user in place of the listed one
     */
    static void append(JsonOut out, ModelCard card, ModelName asked) {
        String architecture = ModelMembers.family(card);
        if (architecture.compareTo(GENERAL) < 0) {
            lengths(out, card, architecture);
            general(out, card, asked);
        } else {
            general(out, card, asked);
            lengths(out, card, architecture);
        }
    }

    private static void general(JsonOut out, ModelCard card, ModelName asked) {
        out.member("general.architecture", ModelMembers.family(card))
                .member("general.basename", asked.value().strip());
        Optional.ofNullable(FILE_TYPES.get(card.details().quantization()))
                .ifPresent(type -> out.member("general.file_type", type));
        ModelMembers.parameters(card).ifPresent(count -> out.member("general.parameter_count", count));
        out.member("general.quantization_version", QUANTIZATION_VERSION);
    }

    private static void lengths(JsonOut out, ModelCard card, String architecture) {
        out.member(architecture + ".context_length", card.contextLength())
                .member(
                        architecture + ".embedding_length",
                        card.embeddingLength().orElse(USUAL_EMBEDDING_LENGTH));
    }
}
