package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Vectors as Ollama 0.33 answers with them: cut, then normalised, in single precision; no metrics where nothing was embedded. */
final class EmbedMapper {

    private static final int BYTES_PER_TOKEN = 4;

    private EmbedMapper() {}

    /** @param taken from the request to now; the part of it that loads a model is the least possible, since a proxy loads none */
    static JsonOut toWire(EmbedRequest request, EmbeddingResult result, Duration taken) {
        JsonOut out =
                new JsonOut().beginObject().member("model", request.model()).beginArray("embeddings");
        result.vectors().forEach(vector -> normalised(out, vector, request.dimensions()));
        out.endArray();
        if (!request.inputs().isEmpty()) {
            out.member("total_duration", Math.max(1, taken.toNanos()))
                    .member("load_duration", 1)
                    .member("prompt_eval_count", result.promptTokens().orElseGet(() -> estimate(request)));
        }
        return out.endObject();
    }

    /** One vector as the older route has it: as the backend gave it, each number widened to double precision. */
    static JsonOut toOldWire(EmbeddingResult result) {
        JsonOut out = new JsonOut().beginObject().beginArray("embedding");
        result.vectors().stream().limit(1).forEach(vector -> {
            for (int i = 0; i < vector.length(); i++) {
                out.value((double) vector.at(i));
            }
        });
        return out.endArray().endObject();
    }

    private static void normalised(JsonOut out, Vector vector, long dimensions) {
        Vector unit = vector.shortened(Math.clamp(dimensions, 0, Integer.MAX_VALUE)).normalised();
        out.beginArray();
        for (int i = 0; i < unit.length(); i++) {
            out.value(unit.at(i));
        }
        out.endArray();
    }

    /** Clients break without a count; one that the backend does not give is guessed from the size of the texts. */
    private static long estimate(EmbedRequest request) {
        long bytes = request.inputs().stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return Math.max(1, bytes / BYTES_PER_TOKEN);
    }
}
