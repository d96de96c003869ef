package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.chat.ToolCall;
import java.util.List;
import java.util.Locale;

/** Reads one message; null is an empty one, as in Ollama 0.33. */
public final class MessageReader {

    private final GoReader in;
    private String role = "";
    private String content = "";
    private String thinking = "";
    private List<String> images = List.of();
    private List<ToolCall> toolCalls = List.of();
    private String toolName = "";
    private String toolCallId = "";

    private MessageReader(GoReader in) {
        this.in = in;
    }

    public static MessageBody read(GoReader in) {
        MessageReader message = new MessageReader(in);
        in.own(() -> in.struct("api.Alias", message::member));
        return message.body();
    }

    private void member(String name) {
        switch (name) {
            case "role" -> role = in.string(role);
            case "content" -> content = in.string(content);
            case "thinking" -> thinking = in.string(thinking);
            case "images" -> images = in.list("[]api.ImageData", images, image -> image.base64("api.ImageData"));
            case "tool_calls" -> toolCalls = in.list("[]api.ToolCall", toolCalls, ToolCallReader::read);
            case "tool_name" -> toolName = in.string(toolName);
            case "tool_call_id" -> toolCallId = in.string(toolCallId);
            default -> {}
        }
    }

    private MessageBody body() {
        return new MessageBody(
                role.toLowerCase(Locale.ROOT), content, thinking, images, toolCalls, toolName, toolCallId);
    }
}
