package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/**
 * What the backend answers: {@code events} to who asks for a stream, else {@code json}, or {@code text} to everyone.
 */
record BackendReply(
        int status,
        Headers headers,
        Optional<JsonNode> json,
        Optional<List<JsonNode>> events,
        Optional<String> text,
        boolean breaksOff) {

    BackendReply {
        events = events.map(List::copyOf);
    }

    static BackendReply error(int status, String message) {
        JsonNode error = JsonNodeFactory.instance.objectNode().put("message", message);
        return json(status, JsonNodeFactory.instance.objectNode().set("error", error));
    }

    static BackendReply json(int status, JsonNode body) {
        return new BackendReply(
                status, new Headers(List.of()), Optional.of(body), Optional.empty(), Optional.empty(), false);
    }
}
