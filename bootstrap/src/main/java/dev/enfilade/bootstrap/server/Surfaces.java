package dev.enfilade.bootstrap.server;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.in.ollama.OllamaSurface;
import dev.enfilade.adapter.in.openai.OpenAiSurface;
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

    /** The surfaces of this house. */
    public static Surfaces of(OllamaSurface ollama, OpenAiSurface openai) {
        return new Surfaces(
                new Surface(ollama::addTo, ollama::answer, ollama::notFound, ollama::methodNotAllowed, ollama::allowed),
                new Surface(
                        openai::addTo, openai::answer, openai::notFound, openai::methodNotAllowed, path -> List.of()));
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
