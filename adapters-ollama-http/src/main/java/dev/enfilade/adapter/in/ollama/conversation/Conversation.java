package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * The turns of one conversation, put in order.
 *
 * <p>Ollama 0.33 takes media in every role, OpenAI's interface from the person only. So what others show, such as a
 * tool that took a screenshot, is shown by the person instead: with what is said next, or in a turn of its own before
 * the next answer.
 */
public final class Conversation {

    private final List<Message> turns = new ArrayList<>();
    private final List<ContentPart> shownByOthers = new ArrayList<>();

    private Conversation() {}

    public static List<Message> of(List<MessageBody> messages) {
        Conversation conversation = new Conversation();
        messages.forEach(conversation::add);
        conversation.showOwn();
        return List.copyOf(conversation.turns);
    }

    private void add(MessageBody message) {
        Message turn = MessageMapper.toDomain(message);
        switch (turn) {
            case UserMessage user -> {
                List<ContentPart> parts = new ArrayList<>(user.parts());
                parts.addAll(shownByOthers);
                shownByOthers.clear();
                turns.add(new UserMessage(parts));
            }
            case AssistantMessage _ -> {
                showOwn();
                turns.add(turn);
            }
            case SystemMessage _ -> turns.add(turn);
            case ToolMessage _ -> turns.add(turn);
            case OtherMessage _ -> turns.add(turn);
        }
        if (!(turn instanceof UserMessage) && !message.images().isEmpty()) {
            shownByOthers.addAll(MediaMapper.toDomain("", message.images()));
        }
    }

    private void showOwn() {
        if (!shownByOthers.isEmpty()) {
            turns.add(new UserMessage(shownByOthers));
            shownByOthers.clear();
        }
    }
}
