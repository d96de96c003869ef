package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.io.IOException;

/** Sees to it that no half tool call reaches a client. */
final class ToolCallCheck {

    private ToolCallCheck() {}

    /**
     * The call, fit to be written. @throws dev.enfilade.domain.failure.FailureException if it lacks a name or an object
     * of arguments
     */
    static ToolCall checked(ToolCall call) {
        JsonText arguments = new JsonText(Surrogates.mend(call.arguments().raw()));
        if (call.name().isEmpty() || !isOneObject(arguments.raw())) {
            throw Json.invalid();
        }
        return new ToolCall(call.id(), call.name(), arguments);
    }

    private static boolean isOneObject(String json) {
        try (JsonParser parser = Json.WHOLE.createParser(json)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            return object && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
