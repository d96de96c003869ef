package dev.enfilade.adapter.out.openai.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.domain.JsonText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Schemas for OpenAI's strict mode, after OpenAI's guide to structured outputs. Only there an answer is sure to keep to
 * its schema, as it is with Ollama; but that mode takes a part of JSON Schema only, and every object has to be closed
 * and to require all that it has.
 */
final class StrictSchema {

    /** What the mode has taken from its beginning. */
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "additionalProperties",
            "anyOf",
            "const",
            "definitions",
            "description",
            "enum",
            "items",
            "properties",
            "required",
            "title",
            "type");

    private static final int DEEPEST = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10 * DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictSchema() {}

    /**
     * The schema with its objects closed, if it is fit for the mode. An object that does not say whether it is closed
     * is taken to be: so does the grammar that Ollama makes of it.
     */
    static Optional<JsonText> of(JsonText schema) {
        try {
            JsonNode root = MAPPER.readTree(schema.raw());
            boolean fit = root.path("type").asText().equals("object") && !root.has("anyOf") && close(root, DEEPEST);
            return fit ? Optional.of(new JsonText(root.toString())) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean close(JsonNode node, int levels) {
        if (!(node instanceof ObjectNode schema) || levels == 0 || !isKnown(schema)) {
            return false;
        }
        boolean describesObject = schema.has("properties") || mentions(schema.path("type"), "object");
        boolean describesList = schema.has("items") || mentions(schema.path("type"), "array");
        return (!describesObject || closeObject(schema))
                && (!describesList || close(schema.path("items"), levels - 1))
                && closeAll(schema.path("properties"), levels - 1)
                && closeAll(schema.path("anyOf"), levels - 1)
                && closeAll(schema.path("$defs"), levels)
                && closeAll(schema.path("definitions"), levels);
    }

    /** A reference stands alone, and everything else says of what type it is. */
    private static boolean isKnown(ObjectNode schema) {
        Set<String> names = new HashSet<>();
        schema.fieldNames().forEachRemaining(names::add);
        boolean typed = names.contains("type") || names.contains("anyOf") || names.equals(Set.of("$ref"));
        return typed && KEYWORDS.containsAll(names);
    }

    private static boolean closeObject(ObjectNode schema) {
        Set<String> properties = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode open = schema.path("additionalProperties");
        boolean fit = !properties.isEmpty()
                && properties.equals(required)
                && (open.isMissingNode() || (open.isBoolean() && !open.booleanValue()));
        if (fit) {
            schema.put("additionalProperties", false);
        }
        return fit;
    }

    private static boolean closeAll(JsonNode schemas, int levels) {
        for (JsonNode schema : schemas) {
            if (!close(schema, levels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mentions(JsonNode type, String word) {
        if (type.isArray()) {
            for (JsonNode alternative : type) {
                if (alternative.asText().equals(word)) {
                    return true;
                }
            }
        }
        return type.asText().equals(word);
    }
}
