package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the demo reads of a chat request. */
record ChatAsk(JsonNode body) {

    List<JsonNode> messages() {
        return Json.items(body.path("messages"));
    }

    String lastUserText() {
        return messages().reversed().stream()
                .filter(message -> message.path("role").asText().equals("user"))
                .findFirst()
                .map(message -> text(message.path("content")))
                .orElse("");
    }

    /** What tools have said since the model spoke last, in order. */
    List<String> toolResults() {
        List<String> results = new ArrayList<>();
        for (JsonNode message : messages().reversed()) {
            if (!message.path("role").asText().equals("tool")) {
                break;
            }
            results.addFirst(text(message.path("content")));
        }
        return results;
    }

    /** The functions that may be called: all that are offered, or the one that the client insists on. */
    List<JsonNode> tools() {
        JsonNode choice = body.path("tool_choice");
        String only = choice.path("function").path("name").asText();
        return Json.items(body.path("tools")).stream()
                .map(tool -> tool.path("function"))
                .filter(function -> !choice.asText().equals("none"))
                .filter(function ->
                        only.isEmpty() || only.equals(function.path("name").asText()))
                .toList();
    }

    boolean thinks() {
        return !body.path("reasoning_effort").asText().equals("none")
                && body.path("chat_template_kwargs").path("enable_thinking").asBoolean(true);
    }

    boolean asksFor(String word) {
        return lastUserText().contains(word);
    }

    int promptTokens() {
        return messages().stream()
                .mapToInt(message -> Words.of(text(message.path("content"))).size())
                .sum();
    }

    /** Content is a text, or parts of which some are texts. */
    private static String text(JsonNode content) {
        return content.isTextual()
                ? content.asText()
                : Json.items(content).stream()
                        .map(part -> part.path("text").asText())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
    }
}
