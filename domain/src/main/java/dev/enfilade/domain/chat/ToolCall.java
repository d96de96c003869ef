package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.JsonText;
import java.util.Optional;

/**
 * A model's wish to have a tool run.
 *
 * @param id what the result will refer to; clients of Ollama often leave it out of history
 * @param arguments one JSON object
 */
public record ToolCall(Optional<String> id, String name, JsonText arguments) {

    public ToolCall {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(arguments, "arguments is null");
    }

    public ToolCall withId(String given) {
        return new ToolCall(Optional.of(given), name, arguments);
    }
}
