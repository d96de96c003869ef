package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body a client sends; JSON may quote members of the answer before. */
sealed interface RequestBody {

    /** The bytes to send after this answer. */
    Octets octets(JsonNode answerBefore);

    /** JSON, sent compact and in its own order. */
    record JsonBody(JsonNode json) implements RequestBody {

        private static final String ANSWER = "$answer:";

        @Override
        public Octets octets(JsonNode answerBefore) {
            return Octets.ofUtf8(Json.write(quoted(json, answerBefore)));
        }

        private static JsonNode quoted(JsonNode value, JsonNode answer) {
            if (value.isTextual() && value.textValue().startsWith(ANSWER)) {
                return answer.required(value.textValue().substring(ANSWER.length()));
            }
            return switch (value) {
                case ObjectNode object -> {
                    ObjectNode copy = JsonNodeFactory.instance.objectNode();
                    object.forEachEntry((name, member) -> copy.set(name, quoted(member, answer)));
                    yield copy;
                }
                case ArrayNode list -> {
                    ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                    list.forEach(element -> copy.add(quoted(element, answer)));
                    yield copy;
                }
                case JsonNode scalar -> scalar;
            };
        }
    }

    /** Bytes, sent as they are. */
    record RawBody(Octets octets) implements RequestBody {

        @Override
        public Octets octets(JsonNode answerBefore) {
            return octets;
        }
    }
}
