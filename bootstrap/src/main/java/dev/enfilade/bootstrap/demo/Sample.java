package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes up a value that a JSON schema allows, with what the user said where a text is wanted. */
final class Sample {

    private static final int DEEPEST = 20;

    private final JsonNode root;
    private final String said;

    private Sample(JsonNode root, String said) {
        this.root = root;
        this.said = said;
    }

    static JsonNode of(JsonNode schema, String said) {
        return new Sample(schema, said).value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        List<JsonNode> given = Stream.of("const", "default", "enum", "examples")
                .map(schema::path)
                .filter(node -> !node.isMissingNode())
                .toList();
        if (!given.isEmpty()) {
            return given.getFirst().isArray() && !schema.has("const") && !schema.has("default")
                    ? given.getFirst().path(0)
                    : given.getFirst();
        }
        JsonNode elsewhere = elsewhere(schema);
        return depth > DEEPEST || elsewhere.isMissingNode() ? ofType(schema, depth) : value(elsewhere, depth + 1);
    }

    /** The schema that this one points to, or the first of its alternatives. */
    private JsonNode elsewhere(JsonNode schema) {
        if (schema.path("$ref").asText().startsWith("#/")) {
            return root.at(schema.path("$ref").asText().substring(1));
        }
        return Stream.of("anyOf", "oneOf", "allOf")
                .map(name -> schema.path(name).path(0))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(schema.path("$ref"));
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        return switch ((type.isArray() ? type.path(0) : type).asText()) {
            case "string" -> TextNode.valueOf(text(schema));
            case "integer", "number" -> IntNode.valueOf(schema.path("minimum").asInt(1));
            case "boolean" -> BooleanNode.TRUE;
            case "array" -> array(schema, depth);
            case "null" -> NullNode.instance;
            default -> object(schema, depth);
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.array();
        for (int i = 0; i < Math.clamp(schema.path("minItems").asInt(1), 1, 10) && depth < DEEPEST; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    /** All that is required, or every property if nothing is. */
    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        JsonNode properties = schema.path("properties");
        List<String> required = Json.items(schema.path("required")).stream()
                .map(JsonNode::asText)
                .toList();
        List<String> names = required.isEmpty()
                ? properties.properties().stream().map(Map.Entry::getKey).toList()
                : required;
        if (depth < DEEPEST) {
            names.forEach(name -> object.set(name, value(properties.path(name), depth + 1)));
        }
        return object;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> "2025-01-01";
            case "date-time" -> "2025-01-01T00:00:00Z";
            case "time" -> "00:00:00Z";
            case "email" -> "demo@example.com";
            case "uri" -> "https://example.com/";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> said.isEmpty() ? "demo" : said;
        };
    }
}
