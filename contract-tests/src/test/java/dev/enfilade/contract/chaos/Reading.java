package dev.enfilade.contract.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an answer as a client of its face does, and notes what no client should have to read. */
final class Reading {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final StringBuilder text = new StringBuilder();
    private final List<String> errors = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private boolean success;

    private Reading() {}

    static Seen of(Plan plan, int status, boolean proper, boolean events, String raw) {
        Reading reading = new Reading();
        if (plan.face() != Face.RELAY) {
            reading.ollama(raw, proper);
        } else if (events) {
            reading.events(raw);
        } else {
            reading.document(raw);
        }
        return new Seen(
                status, proper, raw, reading.text.toString(), reading.success, reading.errors, reading.oddities);
    }

    /** Half a line is what a broken connection leaves behind; it counts for nothing. */
    private void ollama(String raw, boolean proper) {
        int whole = proper ? raw.length() : raw.lastIndexOf('\n') + 1;
        for (String line : raw.substring(0, whole).lines().toList()) {
            if (success || !errors.isEmpty()) {
                oddities.add("I2: more after the end: " + line);
            }
            parsed(line).ifPresentOrElse(this::ollamaLine, () -> oddities.add("I8: no JSON: " + line));
        }
    }

    private void ollamaLine(JsonNode line) {
        text.append(line.path("message").path("content").asText(""));
        text.append(line.path("response").asText(""));
        success = line.path("done").asBoolean();
        if (line.has("error")) {
            errors.add(line.get("error").asText());
        }
    }

    private void events(String raw) {
        StringBuilder data = new StringBuilder();
        for (String line : LINE_END.split(raw, -1)) {
            if (line.isEmpty()) {
                event(data.toString());
                data.setLength(0);
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5)).append('\n');
            } else if (line.startsWith("error:")) {
                errors.add(line);
            }
        }
    }

    private void event(String data) {
        if (success && !data.isBlank()) {
            oddities.add("I2: more after [DONE]: " + data);
        }
        success |= data.strip().equals("[DONE]");
        parsed(data).ifPresent(this::chunk);
    }

    private void chunk(JsonNode chunk) {
        JsonNode error = chunk.path("error");
        if (error.isObject() || error.isTextual()) {
            errors.add(error.isObject() ? error.path("message").asText() : error.asText());
        }
        text.append(chunk.path("choices").path(0).path("delta").path("content").asText(""));
    }

    private void document(String raw) {
        Optional<JsonNode> document = parsed(raw);
        document.map(node -> node.path("error").path("message"))
                .filter(JsonNode::isTextual)
                .ifPresent(message -> errors.add(message.asText()));
        document.map(node -> node.path("choices").path(0).path("message").path("content"))
                .filter(JsonNode::isTextual)
                .ifPresent(content -> {
                    text.append(content.asText());
                    success = true;
                });
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return Optional.of(node).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
