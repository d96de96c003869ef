package dev.enfilade.adapter.in.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.generation.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An exchange recorded from Ollama 0.33, the events that its engine played, and the answer with times, durations and
 * context made comparable.
 */
record Recording(
        String name,
        String path,
        String body,
        List<GenerationEvent> events,
        int status,
        String type,
        List<String> answer) {

    /** Nothing was asked of the engine. */
    boolean isLocal() {
        return events.isEmpty();
    }

    static Stream<Recording> of(String file) {
        try (InputStream in = Recording.class.getResourceAsStream("/recordings/" + file + ".json")) {
            return list(new ObjectMapper().readTree(in)).map(Recording::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static Recording of(JsonNode json) {
        return new Recording(
                json.get("name").asText(),
                json.get("path").asText(),
                json.get("body").asText(),
                list(json.get("events")).map(Recording::event).toList(),
                json.get("status").asInt(),
                json.get("type").asText(),
                list(json.get("answer")).map(JsonNode::asText).toList());
    }

    private static GenerationEvent event(JsonNode json) {
        if (json.has("thinking")) {
            return new ThinkingDelta(json.get("thinking").asText());
        }
        if (json.has("text")) {
            return new TextDelta(
                    json.get("text").asText(),
                    list(json.path("logprobs")).map(Recording::token).toList());
        }
        if (json.has("calls")) {
            return new ToolCalls(list(json.get("calls")).map(Recording::call).toList());
        }
        FinishReason reason = FinishReason.valueOf(json.get("finish").asText().toUpperCase(Locale.ROOT));
        Usage usage =
                new Usage(json.get("prompt").asLong(), json.get("completion").asLong());
        return new Finished(reason, Optional.of(usage), ScriptedEvents.TIMING);
    }

    private static TokenLogprob token(JsonNode json) {
        return new TokenLogprob(
                json.get("token").asText(),
                json.get("logprob").asDouble(),
                list(json.path("best")).map(Recording::token).toList());
    }

    private static ToolCall call(JsonNode json) {
        return new ToolCall(
                Optional.of(json.get("id").asText()),
                json.get("name").asText(),
                new JsonText(json.get("args").asText()));
    }

    private static Stream<JsonNode> list(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false);
    }
}
