package dev.enfilade.application.service;

import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives every tool call in a history an id and every tool result the id that it answers, as OpenAI-compatible backends
 * require and clients of Ollama seldom provide.
 *
 * <p>A result is paired by its id, else with the earliest unanswered call of its tool, else with the earliest
 * unanswered call. Calls that nobody answered get an empty result before the next user message or the next answer. One
 * pass, one instance per history.
 */
final class ToolPairing {

    private final Supplier<String> newId;
    private final List<Message> paired = new ArrayList<>();
    private final List<ToolCall> open = new ArrayList<>();

    private ToolPairing(Supplier<String> newId) {
        this.newId = newId;
    }

    /** The same history, complete. */
    static List<Message> complete(List<Message> history, Supplier<String> newId) {
        ToolPairing pairing = new ToolPairing(newId);
        history.forEach(pairing::add);
        pairing.closeCalls();
        return List.copyOf(pairing.paired);
    }

    private void add(Message message) {
        switch (message) {
            case AssistantMessage answer -> {
                closeCalls();
                paired.add(withIds(answer));
            }
            case ToolMessage result -> paired.add(answering(result));
            case UserMessage _ -> {
                closeCalls();
                paired.add(message);
            }
            case SystemMessage _, OtherMessage _ -> paired.add(message);
        }
    }

    private AssistantMessage withIds(AssistantMessage answer) {
        List<ToolCall> calls = answer.calls().stream()
                .map(call -> call.id().filter(id -> !id.isEmpty()).isPresent() ? call : call.withId(newId.get()))
                .toList();
        open.addAll(calls);
        return new AssistantMessage(answer.text(), answer.thinking(), calls);
    }

    private ToolMessage answering(ToolMessage result) {
        Optional<String> given = result.callId().filter(id -> !id.isEmpty());
        Optional<ToolCall> call = given.isPresent()
                ? open.stream().filter(c -> c.id().equals(given)).findFirst()
                : firstOf(result.toolName()).or(() -> open.stream().findFirst());
        call.ifPresent(open::remove);
        Optional<String> id = given.or(() -> call.flatMap(ToolCall::id)).or(() -> Optional.of(newId.get()));
        return new ToolMessage(result.text(), id, result.toolName().or(() -> call.map(ToolCall::name)));
    }

    private Optional<ToolCall> firstOf(Optional<String> tool) {
        return open.stream()
                .filter(call -> tool.equals(Optional.of(call.name())))
                .findFirst();
    }

    private void closeCalls() {
        for (ToolCall call : open) {
            paired.add(new ToolMessage("", call.id(), Optional.of(call.name())));
        }
        open.clear();
    }
}
