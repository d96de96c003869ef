package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.FinishReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words with which backends declare an end: OpenAI's, and those of Mistral, OpenRouter and vLLM. */
final class FinishReasons {

    private FinishReasons() {}

    /**
     * What the word means; every unknown word is an ordinary end. An empty word is none.
     *
     * @throws dev.enfilade.domain.failure.FailureException for the words of OpenRouter and vLLM that say the answer is
     *     not complete
     */
    static @Nullable FinishReason of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "length", "max_tokens", "max_output_tokens", "model_length" -> FinishReason.LENGTH;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            case "error", "abort" -> throw Json.invalid();
            default -> FinishReason.STOP;
        };
    }
}
