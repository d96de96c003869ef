package dev.enfilade.contract.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a backend answers besides words, as OpenAI writes it. */
final class Documents {

    private Documents() {}

    /** The list of all models. */
    static ObjectNode models() {
        ObjectNode list = empty().put("object", "list");
        ArrayNode data = list.putArray("data");
        for (BackendModel model : BackendModel.values()) {
            data.addObject()
                    .put("id", model.id())
                    .put("object", "model")
                    .put("created", 1_700_000_000)
                    .put("owned_by", "contract");
        }
        return list;
    }

    /** The vector (3, 4) for each text. */
    static ObjectNode vectors(JsonNode request) {
        ObjectNode list =
                empty().put("object", "list").put("model", request.path("model").asText());
        ArrayNode data = list.putArray("data");
        int texts = request.path("input").isArray() ? request.path("input").size() : 1;
        for (int i = 0; i < texts; i++) {
            data.addObject()
                    .put("object", "embedding")
                    .put("index", i)
                    .putArray("embedding")
                    .add(3.0)
                    .add(4.0);
        }
        list.putObject("usage").put("prompt_tokens", 5).put("total_tokens", 5);
        return list;
    }

    static ObjectNode error(String type, String message) {
        ObjectNode root = empty();
        root.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .putNull("code");
        return root;
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
