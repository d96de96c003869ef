package dev.enfilade.adapter.in.ollama;

import static java.util.Objects.requireNonNull;

/**
 * How the Ollama API presents itself.
 *
 * @param version what {@code /api/version} says, three plain numbers; clients switch features on by it
 */
public record OllamaSettings(String version) {

    /** As the server whose behaviour was recorded. */
    public static final OllamaSettings DEFAULT = new OllamaSettings("0.33.0");

    public OllamaSettings {
        requireNonNull(version, "version is null");
    }
}
