package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.generation.Prompt;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How much text a prompt holds, in bytes of UTF-8; media count nothing. */
final class PromptBytes {

    private PromptBytes() {}

    static long of(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Templated words ->
                size(words.system().orElse("")) + of(words.history()) + ofParts(words.parts());
            case Prompt.Verbatim words -> size(words.text());
            case Prompt.Infill gap -> size(gap.before()) + size(gap.after());
        };
    }

    static long of(List<Message> messages) {
        return messages.stream().mapToLong(PromptBytes::of).sum();
    }

    private static long of(Message message) {
        return switch (message) {
            case Message.SystemMessage system -> size(system.text());
            case Message.UserMessage user -> ofParts(user.parts());
            case Message.AssistantMessage assistant -> size(assistant.text());
            case Message.ToolMessage tool -> size(tool.text());
            case Message.OtherMessage other -> size(other.text());
        };
    }

    private static long ofParts(List<ContentPart> parts) {
        return parts.stream()
                .mapToLong(part -> part instanceof ContentPart.Text words ? size(words.text()) : 0)
                .sum();
    }

    private static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
