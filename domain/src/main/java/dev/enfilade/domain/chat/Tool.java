package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.JsonText;

/**
 * A tool that the model may call.
 *
 * @param definition the whole definition as the client wrote it, in the form that Ollama and OpenAI share
 */
public record Tool(JsonText definition) {

    public Tool {
        requireNonNull(definition, "definition is null");
    }
}
