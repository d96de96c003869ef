package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.Usage;
import java.util.Optional;

/**
 * What llama.cpp measured itself; zero where it did not.
 *
 * @param promptTokens those read plus those found in its cache
 */
record EngineTimings(long promptTokens, double promptMillis, long generatedTokens, double generationMillis) {

    Optional<Usage> usage() {
        return generatedTokens > 0 ? Optional.of(new Usage(promptTokens, generatedTokens)) : Optional.empty();
    }
}
