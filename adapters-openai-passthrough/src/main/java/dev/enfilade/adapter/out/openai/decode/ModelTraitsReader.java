package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the entry of a model list says about its model, in the spellings of vLLM ({@code max_model_len}), llama.cpp
 * ({@code meta}), OpenRouter ({@code supported_parameters}, {@code architecture}), LM Studio ({@code type},
 * {@code arch}, in its own list), Mistral ({@code capabilities}) and Groq ({@code context_window}).
 */
final class ModelTraitsReader {

    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;

    private ModelTraitsReader() {}

    static ModelTraits traits(JsonNode entry) {
        JsonNode meta = entry.path("meta");
        return new ModelTraits(
                capabilities(entry),
                // What the server was started with goes before what the model was trained for.
                firstPositive(
                        meta.path("n_ctx"),
                        entry.path("max_model_len"),
                        entry.path("loaded_context_length"),
                        entry.path("context_length"),
                        entry.at("/top_provider/context_length"),
                        entry.path("max_context_length"),
                        entry.path("context_window"),
                        meta.path("n_ctx_train")),
                firstPositive(meta.path("n_embd")),
                text(entry.path("arch")),
                parameterSize(meta.path("n_params").asLong()),
                text(entry.path("quantization")).or(() -> fileType(meta.path("ftype"))));
    }

    private static Optional<List<Capability>> capabilities(JsonNode entry) {
        String type = entry.path("type").asText();
        if (type.equals("embedding")
                || type.equals("embeddings")
                || lists(entry.at("/architecture/output_modalities"), "embeddings")) {
            return Optional.of(List.of(Capability.EMBEDDING));
        }
        if (entry.path("supported_parameters").isArray()) {
            return Optional.of(ofParameters(entry.path("supported_parameters"), entry.path("architecture")));
        }
        return entry.at("/capabilities/completion_chat").isBoolean()
                ? Optional.of(ofFlags(entry.path("capabilities")))
                : LmStudioFacts.capabilities(entry);
    }

    private static List<Capability> ofParameters(JsonNode parameters, JsonNode architecture) {
        boolean reasons = lists(parameters, "reasoning") || lists(parameters, "include_reasoning");
        return chosen(takesImages(architecture), lists(parameters, "tools"), reasons);
    }

    /** The older form is one text such as {@code text+image->text}. */
    private static boolean takesImages(JsonNode architecture) {
        JsonNode inputs = architecture.path("input_modalities");
        String modality = architecture.path("modality").asText();
        return inputs.isArray() ? lists(inputs, "image") : modality.matches("[^>]*\\bimage\\b.*->.*");
    }

    private static List<Capability> ofFlags(JsonNode flags) {
        return chosen(
                flags.path("vision").asBoolean(),
                flags.path("function_calling").asBoolean(),
                flags.path("reasoning").asBoolean());
    }

    private static List<Capability> chosen(boolean sees, boolean callsTools, boolean reasons) {
        List<Capability> chosen = new ArrayList<>(List.of(Capability.COMPLETION));
        if (sees) {
            chosen.add(Capability.VISION);
        }
        if (callsTools) {
            chosen.add(Capability.TOOLS);
        }
        if (reasons) {
            chosen.add(Capability.THINKING);
        }
        return chosen;
    }

    static boolean lists(JsonNode list, String word) {
        for (JsonNode element : list) {
            if (element.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The first of the numbers that is one, be it in quotes, and greater than 0. */
    static OptionalInt firstPositive(JsonNode... numbers) {
        return Stream.of(numbers)
                .filter(number -> number.canConvertToInt() || number.isTextual())
                .mapToInt(JsonNode::asInt)
                .filter(number -> number > 0)
                .findFirst();
    }

    /** The text of a node that has one. */
    static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(text -> !text.isEmpty());
    }

    /** As Ollama 0.33 writes it, such as {@code 8.2B} and {@code 494.03M}. */
    private static Optional<String> parameterSize(long parameters) {
        if (parameters >= BILLION) {
            return Optional.of(String.format(Locale.ROOT, "%.1fB", parameters / BILLION));
        }
        return parameters >= MILLION
                ? Optional.of(String.format(Locale.ROOT, "%.2fM", parameters / MILLION))
                : Optional.empty();
    }

    /** llama.cpp's words for types of files, such as {@code Q4_K - Medium}, as Ollama has them. */
    static Optional<String> fileType(JsonNode node) {
        return text(node)
                .map(type -> type.replaceFirst("^\\(guessed\\) ", "").replaceFirst("^(all|mostly) ", ""))
                .map(type ->
                        type.replaceFirst(" - (Small|Medium|Large)$", "_$1").replaceFirst("_([SML])[a-z]+$", "_$1"))
                .filter(type -> type.matches("[A-Z0-9_]+"));
    }
}
