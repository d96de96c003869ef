package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads what the assistant says: a {@code delta} or a {@code message}.
 *
 * <p>Reasoning is called {@code reasoning_content} (llama.cpp, DeepSeek, older vLLM), {@code reasoning} (OpenRouter,
 * newer vLLM, Ollama), {@code reasoning_text} (Copilot), {@code thinking} or {@code reasoning_details} (OpenRouter); a
 * server that sends two of them says the same in both, so the first one counts.
 */
final class TurnReader {

    private final ToolCallReader calls;
    private String reasoningContent = "";
    private String reasoningPlain = "";
    private String reasoningParts = "";

    TurnReader(ToolCallReader calls) {
        this.calls = calls;
    }

    void read(JsonParser parser, Choice choice) throws IOException {
        reasoningContent = "";
        reasoningPlain = "";
        reasoningParts = "";
        Optional<ToolFragment> onlyCall = Optional.empty();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "content", "refusal", "audio" -> choice.say(text(parser));
                case "reasoning_content" -> reasoningContent = text(parser);
                case "reasoning", "reasoning_text", "thinking" -> reasoningPlain = text(parser);
                case "reasoning_details" -> reasoningParts += text(parser);
                case "tool_calls" -> calls.read(parser, choice.fragments);
                case "function_call" -> onlyCall = calls.readOnlyCall(parser);
                default -> {}
            }
            parser.skipChildren();
        }
        choice.reasoning = firstReasoning();
        // Some servers, such as llama-cpp-python, say the same call in both forms.
        if (choice.fragments.isEmpty()) {
            onlyCall.ifPresent(choice.fragments::add);
        }
    }

    private String firstReasoning() {
        if (!reasoningContent.isEmpty()) {
            return reasoningContent;
        }
        return reasoningPlain.isEmpty() ? reasoningParts : reasoningPlain;
    }

    /** A text, nothing, a part, or a list of parts. */
    private String text(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> textOfParts(parser);
            case START_OBJECT -> textOfPart(parser);
            default -> ChoiceReader.orEmpty(ChoiceReader.optionalText(parser));
        };
    }

    private String textOfParts(JsonParser parser) throws IOException {
        StringBuilder all = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                all.append(parser.getText());
                continue;
            }
            DocumentReader.expect(JsonToken.START_OBJECT, parser.currentToken());
            all.append(textOfPart(parser));
        }
        return all.toString();
    }

    /**
     * What can be read of a part. Mistral puts reasoning among the parts of the content, as a part with a list of its
     * own; OpenAI's models that speak give the words that they say.
     */
    private String textOfPart(JsonParser parser) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "text", "refusal", "summary", "transcript" -> all.append(text(parser));
                case "thinking" -> reasoningParts += text(parser);
                default -> {}
            }
            parser.skipChildren();
        }
        return all.toString();
    }
}
