package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What another Ollama says of its models, as recorded from Ollama 0.33. Its list knows sizes and lengths; what a model
 * can do is told whole by {@code /api/show} only.
 */
public final class OllamaFacts {

    private OllamaFacts() {}

    /** The answer to {@code GET /api/tags}, by the names of the models. */
    public static Map<String, ModelTraits> ofTags(JsonNode answer) {
        Map<String, ModelTraits> traits = new HashMap<>();
        for (JsonNode model : answer.path("models")) {
            JsonNode details = model.path("details");
            traits.put(
                    model.path("name").asText(),
                    of(details, Optional.empty(), details.path("context_length"), details.path("embedding_length")));
        }
        return traits;
    }

    /** The answer to {@code POST /api/show}. */
    public static ModelTraits ofShow(JsonNode answer) {
        JsonNode info = answer.path("model_info");
        String architecture = info.path("general.architecture").asText();
        return of(
                answer.path("details"),
                capabilities(answer.path("capabilities")),
                info.path(architecture + ".context_length"),
                info.path(architecture + ".embedding_length"));
    }

    private static ModelTraits of(
            JsonNode details, Optional<List<Capability>> capabilities, JsonNode context, JsonNode embedding) {
        return new ModelTraits(
                capabilities,
                ModelTraitsReader.firstPositive(context),
                ModelTraitsReader.firstPositive(embedding),
                ModelTraitsReader.text(details.path("family")),
                ModelTraitsReader.text(details.path("parameter_size")),
                ModelTraitsReader.text(details.path("quantization_level")).filter(level -> !level.equals("unknown")));
    }

    private static Optional<List<Capability>> capabilities(JsonNode words) {
        List<Capability> known = new ArrayList<>();
        words.forEach(word -> Capability.ofWord(word.asText()).ifPresent(known::add));
        known.sort(null);
        return Optional.of(known).filter(list -> !list.isEmpty());
    }
}
