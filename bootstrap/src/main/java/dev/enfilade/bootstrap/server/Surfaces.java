package dev.enfilade.bootstrap.server;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The APIs of the server and which paths are whose: {@code /v1} and below belongs to OpenAI's, everything else to
 * Ollama's.
 */
public record Surfaces(Surface ollama, Surface openai) {

    private static final String OPENAI_ROOT = "/v1";

    public Surfaces {
        requireNonNull(ollama, "ollama is null");
        requireNonNull(openai, "openai is null");
    }

    /** The same words for what is not there, and nothing there. */
    public Surfaces withoutRoutes() {
        return new Surfaces(ollama.withoutRoutes(), openai.withoutRoutes());
    }

    static boolean isOpenAi(String path) {
        return path.startsWith(OPENAI_ROOT)
                && (path.length() == OPENAI_ROOT.length() || path.charAt(OPENAI_ROOT.length()) == '/');
    }

    Surface of(String path) {
        return isOpenAi(path) ? openai : ollama;
    }

    List<String> allowed(String path) {
        return of(path).allowed().apply(path);
    }
}
