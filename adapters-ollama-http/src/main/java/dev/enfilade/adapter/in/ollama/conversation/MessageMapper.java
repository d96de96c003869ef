package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import java.util.Optional;

/** A turn of a conversation, from the wire; what is shown in it is another matter, see {@link Conversation}. */
final class MessageMapper {

    private MessageMapper() {}

    static Message toDomain(MessageBody message) {
        return switch (message.role()) {
            case "system" -> new SystemMessage(message.content());
            case "user" -> new UserMessage(MediaMapper.toDomain(message.content(), message.images()));
            case "assistant" -> new AssistantMessage(message.content(), message.thinking(), message.toolCalls());
            case "tool" -> new ToolMessage(message.content(), given(message.toolCallId()), given(message.toolName()));
            default -> new OtherMessage(message.role(), message.content());
        };
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
