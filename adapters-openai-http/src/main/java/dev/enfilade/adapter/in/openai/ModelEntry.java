package dev.enfilade.adapter.in.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;

/** A model of ours as the OpenAI API describes models. */
final class ModelEntry {

    private ModelEntry() {}

    /** @param id the name under which it was asked for or is listed */
    static ObjectNode of(ModelCard card, ModelName id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id.value())
                .put("object", "model")
                .put("created", card.created().getEpochSecond())
                .put("owned_by", card.owner());
    }
}
