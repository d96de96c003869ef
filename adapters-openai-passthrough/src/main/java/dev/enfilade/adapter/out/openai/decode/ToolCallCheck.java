package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sees to it that no half tool call reaches a client. */
final class ToolCallCheck {

    private ToolCallCheck() {}

    /**
     * The call, fit to be written. @throws dev.enfilade.domain.failure.FailureException if it lacks a name or an object
     * of arguments
     */
    static ToolCall checked(ToolCall call) {
        if (call.name().isEmpty()) {
            throw Json.invalid();
        }
        String arguments = object(Surrogates.mend(call.arguments().raw()));
        return new ToolCall(call.id(), call.name(), new JsonText(arguments));
    }

    /** Null is how some servers write no arguments, and a text in the text is an object that was encoded twice. */
    private static String object(String json) {
        try (JsonParser parser = Json.WHOLE.createParser(json)) {
            JsonToken first = parser.nextToken();
            String inner = first == JsonToken.VALUE_STRING ? parser.getText() : "";
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw Json.invalid();
            }
            return object(json, first, inner);
        } catch (IOException e) {
            throw Json.invalid(e);
        }
    }

    private static String object(String json, @Nullable JsonToken first, String inner) {
        return switch (first) {
            case START_OBJECT -> json;
            case VALUE_STRING -> object(inner);
            case VALUE_NULL -> JsonText.EMPTY_OBJECT.raw();
            case null, default -> throw Json.invalid();
        };
    }
}
