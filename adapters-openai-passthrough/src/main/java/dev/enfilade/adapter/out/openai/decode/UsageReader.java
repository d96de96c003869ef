package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.enfilade.domain.generation.Usage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what servers count: {@code usage} after OpenAI's reference, which llama.cpp puts into a chunk of its own,
 * Moonshot into the choice and Groq into {@code x_groq}, and {@code timings} as recorded from llama.cpp. What is no
 * count is none.
 */
final class UsageReader {

    private static final double MOST = 1e15;

    private UsageReader() {}

    /** The value that the parser stands at; null unless it counts both prompt and answer. */
    static @Nullable Usage usage(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        long prompt = -1;
        long completion = -1;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "prompt_tokens", "input_tokens" -> prompt = count(parser);
                case "completion_tokens", "output_tokens" -> completion = count(parser);
                default -> {}
            }
            parser.skipChildren();
        }
        return prompt < 0 || completion < 0 ? null : new Usage(prompt, completion);
    }

    /** The usage within an object of the server's own. */
    static Optional<Usage> within(JsonParser parser) throws IOException {
        Optional<Usage> found = Optional.empty();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                found = name.equals("usage") ? Optional.ofNullable(usage(parser)) : found;
                parser.skipChildren();
            }
        }
        return found;
    }

    static @Nullable EngineTimings timings(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        long promptTokens = 0;
        long generated = 0;
        double promptMillis = 0;
        double generationMillis = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "prompt_n", "cache_n" -> promptTokens += Math.max(0, count(parser));
                case "predicted_n" -> generated = Math.max(0, count(parser));
                case "prompt_ms" -> promptMillis = parser.getValueAsDouble();
                case "predicted_ms" -> generationMillis = parser.getValueAsDouble();
                default -> {}
            }
            parser.skipChildren();
        }
        return new EngineTimings(promptTokens, promptMillis, generated, generationMillis);
    }

    /** A number, perhaps in quotes; -1 for anything else. */
    private static long count(JsonParser parser) throws IOException {
        boolean written = parser.currentToken().isNumeric() || parser.currentToken() == JsonToken.VALUE_STRING;
        double value = written ? parser.getValueAsDouble(-1) : -1;
        return value >= 0 && value < MOST ? (long) value : -1;
    }
}
