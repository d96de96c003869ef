package dev.enfilade.contract.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * An answer as a client sees it, and what it was asked for.
 *
 * @param path without query
 * @param asked the body of the request
 * @param contentType empty if there is none
 * @param contentEncoding empty if there is none
 */
public record Seen(
        String method, String path, String asked, int status, String contentType, String contentEncoding, String body) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String NDJSON = "application/x-ndjson";

    boolean isNative() {
        return path.startsWith("/api/") && !body.isEmpty();
    }

    boolean isStream() {
        return contentType.equals(NDJSON);
    }

    boolean isJson() {
        return isStream() || contentType.startsWith("application/json");
    }

    /** Whether this is what a model answered, not an error. */
    boolean isAnswer() {
        return isChat() || (path.equals("/api/generate") && isGood());
    }

    boolean isChat() {
        return path.equals("/api/chat") && isGood();
    }

    boolean isGood() {
        return status == 200 && isJson();
    }

    boolean asksWholeAnswer() {
        return request().path("stream").isBoolean() && !request().path("stream").booleanValue();
    }

    JsonNode request() {
        return parsed(asked);
    }

    /** The body as one value; a missing one if it is not JSON. */
    JsonNode json() {
        return parsed(body);
    }

    /** The lines of a stream, or the one value of any other answer. */
    public List<JsonNode> values() {
        return body.lines().map(Seen::parsed).toList();
    }

    /** The values without a line that tells an error. */
    List<JsonNode> goodValues() {
        return values().stream().filter(value -> !value.has("error")).toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
