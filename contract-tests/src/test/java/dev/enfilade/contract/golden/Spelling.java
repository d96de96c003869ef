package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;

/**
 * One spelling for values that the OpenAI API lets one spell in several ways, so that they can be compared for
 * equality.
 */
final class Spelling {

    private Spelling() {}

    /** Numbers by their value: 1 and 1.0 are equal. */
    static JsonNode plain(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, member) -> copy.set(name, plain(member)));
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                list.forEach(element -> copy.add(plain(element)));
                yield copy;
            }
            case JsonNode scalar -> scalar.isNumber() ? DecimalNode.valueOf(scalar.decimalValue()) : scalar;
        };
    }

    /** A message's content: null is the empty text, a list of text parts is their text joined. */
    static JsonNode ofContent(JsonNode content) {
        if (content.isNull()) {
            return TextNode.valueOf("");
        }
        boolean isText = content.isArray() && content.valueStream().allMatch(Spelling::isTextPart);
        return isText
                ? TextNode.valueOf(content.valueStream()
                        .map(part -> part.get("text").textValue())
                        .collect(Collectors.joining()))
                : plain(content);
    }

    /** A list of one string is the string. */
    static JsonNode ofStringOrList(JsonNode value) {
        return value.isArray() && value.size() == 1 && value.get(0).isTextual() ? value.get(0) : plain(value);
    }

    private static boolean isTextPart(JsonNode part) {
        return part.path("type").asText().equals("text") && part.path("text").isTextual();
    }
}
