package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Usage;
import java.util.function.LongSupplier;

/**
 * The token counts of an answer, each at least 1, since Ollama's wire leaves zero out and many clients break without.
 *
 * @param prompt the backend's count, else a quarter of the prompt's bytes
 * @param completion the backend's count, else the number of events with text
 */
record Counts(long prompt, long completion) {

    private static final int BYTES_PER_TOKEN = 4;
    private static final Usage NONE = new Usage(0, 0);

    static Counts of(Finished end, long textEvents, LongSupplier promptBytes) {
        Usage usage = end.usage().orElse(NONE);
        long prompt = usage.promptTokens() > 0 ? usage.promptTokens() : promptBytes.getAsLong() / BYTES_PER_TOKEN;
        long completion = usage.completionTokens() > 0 ? usage.completionTokens() : textEvents;
        return new Counts(Math.max(1, prompt), Math.max(1, completion));
    }
}
