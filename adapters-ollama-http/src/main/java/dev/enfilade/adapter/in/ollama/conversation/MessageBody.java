package dev.enfilade.adapter.in.ollama.conversation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.chat.ToolCall;
import java.util.List;

/**
 * A message of {@code /api/chat}; what the client left out is empty.
 *
 * @param role in lower case, possibly unknown
 * @param images base64 without line ends
 */
public record MessageBody(
        String role,
        String content,
        String thinking,
        List<String> images,
        List<ToolCall> toolCalls,
        String toolName,
        String toolCallId) {

    public MessageBody {
        requireNonNull(role, "role is null");
        requireNonNull(content, "content is null");
        requireNonNull(thinking, "thinking is null");
        images = List.copyOf(images);
        toolCalls = List.copyOf(toolCalls);
        requireNonNull(toolName, "toolName is null");
        requireNonNull(toolCallId, "toolCallId is null");
    }
}
