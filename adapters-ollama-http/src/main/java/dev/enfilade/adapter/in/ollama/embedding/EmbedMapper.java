package dev.enfilade.adapter.in.ollama.embedding;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Vectors as Ollama 0.33 answers with them. */
final class EmbedMapper {

    private static final int BYTES_PER_TOKEN = 4;

    private EmbedMapper() {}

    /**
     * The answer of {@code /api/embed}: vectors are cut, then normalised, in single precision; where nothing was
     * embedded there are no metrics.
     *
     * @param taken from the request to now; the part of it that loads a model is the least possible, since a proxy
     *     loads none
     */
    static JsonOut toWire(EmbedBody body, EmbeddingResult result, Duration taken) {
        JsonOut out = new JsonOut().beginObject().member("model", body.model()).beginArray("embeddings");
        int length = Math.clamp(body.dimensions(), 0, Integer.MAX_VALUE);
        for (Vector vector : result.vectors()) {
            out.beginArray();
            append(out, vector.shortened(length).normalised());
            out.endArray();
        }
        out.endArray();
        if (!body.inputs().isEmpty()) {
            out.member("total_duration", Math.max(1, taken.toNanos()))
                    .member("load_duration", 1)
                    .member("prompt_eval_count", tokens(body.inputs(), result));
        }
        return out.endObject();
    }

    /**
     * The answer of {@code /api/embeddings}: one vector as the backend gave it, each number widened to double
     * precision.
     */
    static JsonOut toOlderWire(EmbeddingResult result) {
        JsonOut out = new JsonOut().beginObject().beginArray("embedding");
        for (Vector vector : result.vectors()) {
            for (int i = 0; i < vector.length(); i++) {
                out.value((double) finite(vector.at(i)));
            }
        }
        return out.endArray().endObject();
    }

    private static void append(JsonOut out, Vector vector) {
        for (int i = 0; i < vector.length(); i++) {
            out.value(finite(vector.at(i)));
        }
    }

    /** JSON has no other numbers, and Ollama refuses them in these words. */
    private static float finite(float number) {
        if (!Float.isFinite(number)) {
            throw new OllamaError(400, "embedding contains NaN or Inf values");
        }
        return number;
    }

    /**
     * Ollama's wire leaves zero out and clients break without a count: if the backend has none, it is guessed from the
     * bytes.
     */
    private static long tokens(List<String> inputs, EmbeddingResult result) {
        long counted = result.promptTokens().orElse(0);
        long bytes = inputs.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return Math.max(1, counted > 0 ? counted : bytes / BYTES_PER_TOKEN);
    }
}
