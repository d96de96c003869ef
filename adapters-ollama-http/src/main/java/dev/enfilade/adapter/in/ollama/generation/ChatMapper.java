package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.conversation.Conversation;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.request.Sampling;

/** {@code POST /api/chat}, from the wire. */
final class ChatMapper {

    /** A tool that is null is none. */
    private static final String NULL = "null";

    private ChatMapper() {}

    static ChatRequest toDomain(ChatBody body, Sampling sampling) {
        AskSettings settings = body.settings();
        settings.checkDebug();
        return new ChatRequest(
                body.name(),
                Conversation.of(body.messages()),
                body.tools().stream()
                        .filter(tool -> !tool.raw().equals(NULL))
                        .map(Tool::new)
                        .toList(),
                FormatMapper.toDomain(settings),
                settings.think(),
                sampling.alsoAsking(settings.windowWishes()),
                settings.logprobDetail(),
                settings.delivery());
    }
}
