package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** JSON as trees: the demo has no types of its own for the wire. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode read(InputStream body) throws IOException, Refusal {
        try {
            JsonNode read = MAPPER.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest(
                    e instanceof StreamConstraintsException
                            ? "the body is nested too deeply, or a key or number is far too long"
                            : "the body is not JSON: " + e.getOriginalMessage());
        }
        throw Refusal.badRequest("the body is not a JSON object");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written", e);
        }
    }
}
