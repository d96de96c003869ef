package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What {@code GET /props} of llama.cpp's server says of its model, as recorded from llama-server 0.5.0-dev.
 *
 * <p>{@code n_ctx} is the context of one slot, which is what one request can have. What the model's chat template can
 * do stands in {@code chat_template_caps}, but not whether it reasons: templates of models that do have to speak of it.
 */
public final class LlamaCppFacts {

    private static final Pattern REASONING = Pattern.compile("<think|\\[think]|thinking|reasoning");

    private LlamaCppFacts() {}

    public static ModelTraits ofProperties(JsonNode properties) {
        return new ModelTraits(
                capabilities(properties),
                ModelTraitsReader.firstPositive(
                        properties.at("/default_generation_settings/n_ctx"), properties.path("n_ctx")),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelTraitsReader.fileType(properties.path("model_ftype")));
    }

    private static Optional<List<Capability>> capabilities(JsonNode properties) {
        JsonNode known = properties.path("chat_template_caps");
        String template = ModelTraitsReader.text(properties.path("chat_template"))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("");
        if (!known.isObject() && template.isEmpty()) {
            return Optional.empty();
        }
        List<Capability> capabilities = new ArrayList<>(List.of(Capability.COMPLETION));
        if (properties.at("/modalities/vision").asBoolean()) {
            capabilities.add(Capability.VISION);
        }
        if (known.isObject() ? known.path("supports_tools").asBoolean() : template.contains("tools")) {
            capabilities.add(Capability.TOOLS);
        }
        if (REASONING.matcher(template).find()) {
            capabilities.add(Capability.THINKING);
        }
        return Optional.of(capabilities);
    }
}
