package dev.enfilade.adapter.out.openai.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the body of an error answer says, in any of the shapes that servers give it: OpenAI's object, a bare string
 * (Ollama, TGI), vLLM's flat object, FastAPI's {@code detail}, Google's list of one, or plain text.
 *
 * @param message as the backend wrote it, secrets included
 */
record ErrorBody(String message, Optional<String> type, Optional<String> code) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ErrorBody of(byte[] body) {
        JsonNode root = tree(body);
        JsonNode first = root.isArray() ? root.path(0) : root;
        JsonNode error = first.path("error").isObject() ? first.path("error") : first;
        return new ErrorBody(
                message(first, error).orElseGet(() -> new String(body, UTF_8).strip()),
                word(error.path("type")).or(() -> word(first.path("error_type"))),
                word(error.path("code")));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> message(JsonNode whole, JsonNode error) {
        return word(error.path("message"))
                .or(() -> word(whole.path("error")))
                .or(() -> detail(whole.path("detail")))
                .or(() -> word(whole.path("msg")));
    }

    /** FastAPI refuses a request by a list of places and what is wrong there. */
    private static Optional<String> detail(JsonNode detail) {
        if (!detail.isArray()) {
            return word(detail);
        }
        String all = detail.valueStream()
                .map(one -> place(one.path("loc")) + one.path("msg").asText())
                .collect(Collectors.joining("; "));
        return Optional.of(all).filter(text -> !text.isBlank());
    }

    private static String place(JsonNode location) {
        return location.isEmpty()
                ? ""
                : location.valueStream().map(JsonNode::asText).collect(Collectors.joining(".", "", ": "));
    }

    /** Codes are words with some servers, numbers with vLLM and llama.cpp. */
    private static Optional<String> word(JsonNode value) {
        return Optional.of(value)
                .filter(scalar -> scalar.isTextual() || scalar.isNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
