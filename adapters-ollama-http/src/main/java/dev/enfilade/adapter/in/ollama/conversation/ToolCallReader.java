package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.util.Optional;

/** Reads a tool call of an earlier answer; the index is checked and not needed, since the list has an order. */
final class ToolCallReader {

    /** What Ollama 0.33 says of arguments that are not an object, a string with JSON in it included. */
    private static final String NOT_AN_OBJECT = "Value looks like object, but can't find closing '}' symbol";

    private final GoReader in;
    private String id = "";
    private String name = "";
    private JsonText arguments = JsonText.EMPTY_OBJECT;

    private ToolCallReader(GoReader in) {
        this.in = in;
    }

    static ToolCall read(GoReader in) {
        ToolCallReader call = new ToolCallReader(in);
        in.struct("api.ToolCall", call::member);
        return new ToolCall(Optional.of(call.id).filter(text -> !text.isEmpty()), call.name, call.arguments);
    }

    private void member(String member) {
        switch (member) {
            case "id" -> id = in.string(id);
            case "function" -> in.struct("api.ToolCallFunction", this::functionMember);
            default -> {}
        }
    }

    private void functionMember(String member) {
        switch (member) {
            case "index" -> in.integer(0);
            case "name" -> name = in.string(name);
            case "arguments" -> arguments = arguments();
            default -> {}
        }
    }

    private JsonText arguments() {
        return switch (in.kind()) {
            case OBJECT -> in.source(() -> in.own(in::any));
            case NULL -> {
                in.skip();
                yield JsonText.EMPTY_OBJECT;
            }
            case ARRAY, STRING, NUMBER, BOOL -> throw GoReader.refused(NOT_AN_OBJECT);
        };
    }
}
