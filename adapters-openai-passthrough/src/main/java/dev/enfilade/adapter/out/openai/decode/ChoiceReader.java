package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of {@code choices}: of a chat or of a completion, of a chunk or of a whole answer, after OpenAI's
 * reference.
 */
final class ChoiceReader {

    private final String turnMember;
    private final String otherMember;
    private final TurnReader turn;
    private final int alternatives;

    private ChoiceReader(String turnMember, String otherMember, TurnReader turn, int alternatives) {
        this.turnMember = turnMember;
        this.otherMember = otherMember;
        this.turn = turn;
        this.alternatives = alternatives;
    }

    /** For chunks, where {@code message}, if a server sends it beside the delta, repeats what was said before. */
    static ChoiceReader ofChunks(int alternatives) {
        return new ChoiceReader("delta", "message", new TurnReader(ToolCallReader.ofFragments()), alternatives);
    }

    static ChoiceReader ofWholeAnswers(int alternatives) {
        return new ChoiceReader("message", "delta", new TurnReader(ToolCallReader.ofWholeCalls()), alternatives);
    }

    /** Fills the choice from the object that the parser stands at. */
    void read(JsonParser parser, Choice choice) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals(turnMember)) {
                readTurn(parser, choice);
            } else if (name.equals(otherMember)) {
                choice.elsewhere = elsewhere(parser);
            } else {
                readMember(name, parser, choice);
            }
            parser.skipChildren();
        }
    }

    private void readTurn(JsonParser parser, Choice choice) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            DocumentReader.expect(JsonToken.START_OBJECT, parser.currentToken());
            turn.read(parser, choice);
        }
    }

    /** Whatever the kind of answer, what stands here is said in one piece. */
    private static @Nullable Choice elsewhere(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Choice said = new Choice();
        new TurnReader(ToolCallReader.ofWholeCalls()).read(parser, said);
        return said.saysSomething() ? said : null;
    }

    private void readMember(String name, JsonParser parser, Choice choice) throws IOException {
        switch (name) {
            case "index" -> choice.index = parser.getValueAsInt();
            case "finish_reason" -> choice.finishReason = finishReason(parser);
            case "text" -> choice.say(orEmpty(optionalText(parser)));
            case "usage" -> choice.usage = UsageReader.usage(parser);
            case "error" -> choice.error = ErrorReader.member(parser).orElse(null);
            case "logprobs" -> choice.logprobs = LogprobReader.read(parser, alternatives);
            default -> {}
        }
    }

    /** What is no text says nothing but that the answer ended. */
    private static @Nullable String finishReason(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL, VALUE_FALSE -> null;
            case VALUE_STRING -> parser.getText();
            default -> "stop";
        };
    }

    static @Nullable String optionalText(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> parser.getText();
            default -> throw Json.invalid();
        };
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
