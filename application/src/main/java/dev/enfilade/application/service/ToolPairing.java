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
 * unanswered call. Calls that nobody answered get an empty result before the next user message or the next answer. What
 * stands between a call and its result goes behind the result, where backends take it. One pass, one instance per
 * history.
 */
final class ToolPairing {

    private final Supplier<String> newId;
    private final List<Message> paired = new ArrayList<>();
    private final List<ToolCall> open = new ArrayList<>();
    private final List<Message> between = new ArrayList<>();

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
            case ToolMessage result -> {
                paired.add(answering(result));
                if (open.isEmpty()) {
                    closeCalls();
                }
            }
            case UserMessage _ -> {
                closeCalls();
                paired.add(message);
            }
            case SystemMessage _, OtherMessage _ -> (open.isEmpty() ? paired : between).add(message);
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
        Optional<ToolCall> call = withId(given)
                .or(() -> withName(result.toolName()))
                // Some clients put the one where the other belongs.
                .or(() -> withId(result.toolName()))
                .or(() -> withName(given))
                .or(() -> open.stream().findFirst());
        call.ifPresent(open::remove);
        String id = call.flatMap(ToolCall::id).or(() -> given).orElseGet(newId);
        return new ToolMessage(
                result.text(), Optional.of(id), call.map(ToolCall::name).or(result::toolName));
    }

    private Optional<ToolCall> withId(Optional<String> id) {
        return open.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    private Optional<ToolCall> withName(Optional<String> tool) {
        return open.stream()
                .filter(call -> tool.equals(Optional.of(call.name())))
                .findFirst();
    }

    private void closeCalls() {
        for (ToolCall call : open) {
            paired.add(new ToolMessage("", call.id(), Optional.of(call.name())));
        }
        open.clear();
        paired.addAll(between);
        between.clear();
    }
}
