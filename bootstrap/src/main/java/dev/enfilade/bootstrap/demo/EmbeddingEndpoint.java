package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** {@code POST /v1/embeddings}: a vector per text, as numbers or in base64. */
final class EmbeddingEndpoint {

    ObjectNode vectors(JsonNode body) throws Refusal {
        DemoModel model = DemoModel.named(body.path("model").asText());
        if (model != DemoModel.DEMO_EMBED) {
            throw Refusal.badRequest(model.id() + " does not make vectors; demo-embed does");
        }
        List<String> inputs = inputs(body.path("input"));
        int tokens = inputs.stream().mapToInt(text -> Words.of(text).size()).sum();
        ObjectNode list = Json.object().put("object", "list").put("model", model.id());
        ArrayNode data = list.putArray("data");
        inputs.forEach(text -> data.addObject()
                .put("object", "embedding")
                .put("index", data.size() - 1)
                .set("embedding", encoded(HashVector.of(text), body)));
        list.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return list;
    }

    /** A text, a list of texts, or token numbers, which are taken by their digits. */
    private static List<String> inputs(JsonNode input) throws Refusal {
        if (input.isMissingNode() || (input.isArray() && input.isEmpty())) {
            throw Refusal.badRequest("input is empty");
        }
        boolean several = input.path(0).isTextual() || input.path(0).isArray();
        return several ? Json.items(input).stream().map(EmbeddingEndpoint::text).toList() : List.of(text(input));
    }

    private static String text(JsonNode input) {
        return input.isTextual() ? input.asText() : input.toString();
    }

    private static JsonNode encoded(float[] vector, JsonNode body) {
        int length = Math.clamp(body.path("dimensions").asInt(vector.length), 1, vector.length);
        ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ArrayNode numbers = Json.array();
        for (int i = 0; i < length; i++) {
            bytes.putFloat(vector[i]);
            numbers.add(vector[i]);
        }
        return body.path("encoding_format").asText().equals("base64")
                ? TextNode.valueOf(Base64.getEncoder().encodeToString(bytes.array()))
                : numbers;
    }
}
