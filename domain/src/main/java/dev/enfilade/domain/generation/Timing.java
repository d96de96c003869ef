package dev.enfilade.domain.generation;

/**
 * Where the time of an answer went, in nanoseconds, each at least 1 because Ollama leaves zero out and clients miss it.
 *
 * @param total from the request to the end
 * @param load until the backend began to respond
 * @param prompt from there to the first token
 * @param generation from there to the end
 */
public record Timing(long total, long load, long prompt, long generation) {

    public Timing {
        total = Math.max(1, total);
        load = Math.max(1, load);
        prompt = Math.max(1, prompt);
        generation = Math.max(1, generation);
    }
}
