package dev.enfilade.adapter.out.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.enfilade.adapter.out.openai.decode.LlamaCppFacts;
import dev.enfilade.adapter.out.openai.decode.LmStudioFacts;
import dev.enfilade.adapter.out.openai.decode.ModelList;
import dev.enfilade.adapter.out.openai.decode.OllamaFacts;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Completes a model list by what some servers tell elsewhere: llama.cpp at {@code /props}, Ollama at {@code /api/tags}
 * and {@code /api/show}, LM Studio at {@code /api/v0/models}. Other servers are not asked.
 */
final class ModelFacts {

    private final Supplier<SideDoor> sideDoor;

    ModelFacts(Supplier<SideDoor> sideDoor) {
        this.sideDoor = sideDoor;
    }

    /** @param dialect of the server that gave the list */
    List<ListedModel> complete(ModelList list, Dialect dialect) {
        // Several models are those of a router, whose properties are of none of them.
        if (dialect.equals(Dialects.LLAMACPP) && list.models().size() == 1) {
            return llamaCpp(list.models());
        }
        if (dialect.equals(Dialects.OLLAMA)) {
            return ollama(list.models());
        }
        return list.marks().isLmStudio() ? lmStudio(list.models()) : list.models();
    }

    private List<ListedModel> llamaCpp(List<ListedModel> models) {
        try (SideDoor server = sideDoor.get()) {
            ModelTraits traits =
                    server.get("/props").map(LlamaCppFacts::ofProperties).orElse(ModelTraits.UNKNOWN);
            return models.stream().map(model -> model.with(traits)).toList();
        }
    }

    private List<ListedModel> lmStudio(List<ListedModel> models) {
        try (SideDoor server = sideDoor.get()) {
            Map<String, ModelTraits> traits =
                    server.get("/api/v0/models").map(LmStudioFacts::ofModels).orElse(Map.of());
            return models.stream()
                    .map(model -> model.with(traits.getOrDefault(model.id(), ModelTraits.UNKNOWN)))
                    .toList();
        }
    }

    private List<ListedModel> ollama(List<ListedModel> models) {
        try (SideDoor server = sideDoor.get()) {
            Map<String, ModelTraits> traits =
                    server.get("/api/tags").map(OllamaFacts::ofTags).orElse(Map.of());
            return models.stream()
                    .map(model -> traits.containsKey(model.id())
                            ? model.with(shown(server, model.id()).or(traits.get(model.id())))
                            : model)
                    .toList();
        }
    }

    private static ModelTraits shown(SideDoor server, String id) {
        JsonNode question = JsonNodeFactory.instance.objectNode().put("model", id);
        return server.post("/api/show", question).map(OllamaFacts::ofShow).orElse(ModelTraits.UNKNOWN);
    }
}
