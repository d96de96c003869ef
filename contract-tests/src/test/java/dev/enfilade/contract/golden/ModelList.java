package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a backend tells without being scripted: its models, each of them, and that it knows no other page. */
record ModelList(JsonNode list) {

    private static final String PATH = "/v1/models";

    BackendReply answer(String path) {
        if (path.equals(PATH)) {
            return BackendReply.json(200, list);
        }
        return model(path)
                .map(model -> BackendReply.json(200, model))
                .orElseGet(() -> BackendReply.error(404, "no such page"));
    }

    private Optional<JsonNode> model(String path) {
        return list.path("data")
                .valueStream()
                .filter(model -> path.equals(PATH + "/" + model.path("id").asText()))
                .findFirst();
    }
}
