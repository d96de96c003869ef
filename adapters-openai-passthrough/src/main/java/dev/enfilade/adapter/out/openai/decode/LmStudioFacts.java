package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What LM Studio says of its models at {@code GET /api/v0/models}, after its documentation: {@code type} is
 * {@code llm}, {@code vlm} or {@code embeddings}; {@code capabilities}, where there are any, has the word
 * {@code tool_use}. Nothing tells whether a model reasons but its name.
 */
public final class LmStudioFacts {

    private static final Pattern REASONER =
            Pattern.compile("(?i)qwen-?3|qwq|gpt[-_]?oss|deepseek-?r1|magistral|think|reason");

    private LmStudioFacts() {}

    /** The whole answer, by the ids of the models. */
    public static Map<String, ModelTraits> ofModels(JsonNode answer) {
        Map<String, ModelTraits> traits = new HashMap<>();
        answer.path("data").forEach(entry -> traits.put(entry.path("id").asText(), ModelTraitsReader.traits(entry)));
        return traits;
    }

    /** Absent if the entry has no list, as those of older versions. */
    static Optional<List<Capability>> capabilities(JsonNode entry) {
        String type = entry.path("type").asText();
        boolean speaks = type.equals("llm") || type.equals("vlm");
        if (!speaks || !entry.path("capabilities").isArray()) {
            return Optional.empty();
        }
        List<Capability> capabilities = new ArrayList<>(List.of(Capability.COMPLETION));
        if (type.equals("vlm")) {
            capabilities.add(Capability.VISION);
        }
        if (ModelTraitsReader.lists(entry.path("capabilities"), "tool_use")) {
            capabilities.add(Capability.TOOLS);
        }
        if (REASONER.matcher(entry.path("id").asText()).find()) {
            capabilities.add(Capability.THINKING);
        }
        return Optional.of(capabilities);
    }
}
