package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.CallFlaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees to it that no half tool call reaches a client. */
final class ToolCallCheck {

    private final FinishReason reason;

    /** @param reason why the answer ended: what is wrong with a call may be that it was cut */
    ToolCallCheck(FinishReason reason) {
        this.reason = reason;
    }

    /** The call, fit to be written. @throws FailureException if it lacks a name or an object of arguments */
    ToolCall checked(ToolCall call) {
        if (call.name().isEmpty()) {
            throw broken(call.id().orElse(""), CallFlaw.NO_NAME);
        }
        JsonText arguments = object(Surrogates.mend(call.arguments().raw()))
                .orElseThrow(() -> broken(call.name(), CallFlaw.NO_OBJECT));
        return new ToolCall(call.id(), call.name(), arguments);
    }

    private FailureException broken(String call, CallFlaw flaw) {
        return new FailureException(
                new Failure.BrokenToolCall(call, reason == FinishReason.LENGTH ? CallFlaw.CUT_BY_LENGTH : flaw));
    }

    /** Null is how some servers write no arguments, and a text in the text is an object that was encoded twice. */
    private static Optional<JsonText> object(String json) {
        try (JsonParser parser = Json.STRICT.createParser(json)) {
            JsonToken first = parser.nextToken();
            String inner = first == JsonToken.VALUE_STRING ? parser.getText() : "";
            parser.skipChildren();
            boolean alone = parser.nextToken() == null;
            return alone ? object(json, first, inner) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonText> object(String json, @Nullable JsonToken first, String inner) {
        return switch (first) {
            case START_OBJECT -> Optional.of(new JsonText(json));
            case VALUE_STRING -> object(inner);
            case VALUE_NULL -> Optional.of(JsonText.EMPTY_OBJECT);
            case null, default -> Optional.empty();
        };
    }
}
