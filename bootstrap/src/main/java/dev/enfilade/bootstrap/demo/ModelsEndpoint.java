package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** {@code GET /v1/models}: the list, and each model alone. */
final class ModelsEndpoint {

    /** The same on every run, as everything here is. */
    static final long CREATED = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();

    ObjectNode all() {
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        DemoModel.all().forEach(model -> data.add(entry(model)));
        return list;
    }

    ObjectNode one(String id) throws Refusal {
        return entry(DemoModel.named(id));
    }

    private static ObjectNode entry(DemoModel model) {
        return Json.object()
                .put("id", model.id())
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", "enfilade-demo")
                .put("context_length", 8_192);
    }
}
