package dev.enfilade.application.service;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every tool call in a history an id of its own and every tool result the id that it answers, as
 * OpenAI-compatible backends require and clients of Ollama seldom provide.
 *
 * <p>A result is paired by its id, else with the earliest unanswered call of its tool, else with the earliest
 * unanswered call. Calls that nobody answered get an empty result before the next user message or the next answer, and
 * a result that answers no call gets one, in the answer that it stands behind or in one of its own: OpenAI refuses
 * either alone. What stands between a call and its result goes behind the result, where backends take it. One pass, one
 * instance per history.
 */
final class ToolPairing {

    private static final String UNNAMED_TOOL = "tool";

    private final List<Message> paired = new ArrayList<>();
    private final Map<String, Integer> timesSeen = new HashMap<>();
    private int idsMade;

    // The answer in hand, if any, and what belongs to it.
    private Optional<AssistantMessage> answer = Optional.empty();
    private final List<ToolCall> calls = new ArrayList<>();
    private final List<OpenCall> open = new ArrayList<>();
    private final List<Message> results = new ArrayList<>();
    private final List<Message> between = new ArrayList<>();

    /** The same history, complete. */
    static List<Message> complete(List<Message> history) {
        ToolPairing pairing = new ToolPairing();
        history.forEach(pairing::add);
        pairing.closeAnswer();
        return List.copyOf(pairing.paired);
    }

    private void add(Message message) {
        switch (message) {
            case AssistantMessage next -> {
                closeAnswer();
                answer = Optional.of(next);
                next.calls().forEach(this::call);
            }
            case ToolMessage result -> results.add(answering(result));
            case UserMessage _ -> {
                closeAnswer();
                paired.add(message);
            }
            case SystemMessage _, OtherMessage _ -> {
                if (open.isEmpty()) {
                    closeAnswer();
                    paired.add(message);
                } else {
                    between.add(message);
                }
            }
        }
    }

    private void call(ToolCall asked) {
        ToolCall sent = asked.withId(distinct(known(asked.id()).orElseGet(this::nextId)));
        calls.add(sent);
        open.add(new OpenCall(sent, asked.id()));
    }

    private ToolMessage answering(ToolMessage result) {
        Optional<String> id = known(result.callId());
        Optional<String> tool = known(result.toolName());
        Optional<OpenCall> found = withId(id)
                .or(() -> withName(tool))
                // Some clients put the one where the other belongs.
                .or(() -> withId(tool))
                .or(() -> withName(id))
                .or(() -> open.stream().findFirst());
        found.ifPresent(open::remove);
        ToolCall call = found.map(OpenCall::sent).orElseGet(() -> lostCall(id, tool));
        return new ToolMessage(result.text(), call.id(), Optional.of(call.name()));
    }

    private ToolCall lostCall(Optional<String> id, Optional<String> tool) {
        ToolCall call = new ToolCall(
                Optional.of(distinct(id.orElseGet(this::nextId))), tool.orElse(UNNAMED_TOOL), JsonText.EMPTY_OBJECT);
        calls.add(call);
        return call;
    }

    /** In the form that Ollama 0.33 gives its tool calls, and the same at every request, since backends cache by it. */
    private String nextId() {
        return "call_%08d".formatted(idsMade++);
    }

    /** The id, or one made of it if an earlier call has it, the same at every request too. */
    private String distinct(String id) {
        int times = timesSeen.merge(id, 1, Integer::sum);
        return times == 1 ? id : distinct(id + "_" + times);
    }

    private Optional<OpenCall> withId(Optional<String> id) {
        return id.flatMap(
                given -> open.stream().filter(call -> call.isKnownBy(given)).findFirst());
    }

    private Optional<OpenCall> withName(Optional<String> tool) {
        return tool.flatMap(name ->
                open.stream().filter(call -> call.sent().name().equals(name)).findFirst());
    }

    private static Optional<String> known(Optional<String> text) {
        return text.filter(given -> !given.isEmpty());
    }

    private void closeAnswer() {
        if (answer.isPresent() || !calls.isEmpty()) {
            AssistantMessage said = answer.orElseGet(() -> new AssistantMessage("", "", List.of()));
            paired.add(new AssistantMessage(said.text(), said.thinking(), calls));
        }
        paired.addAll(results);
        for (OpenCall call : open) {
            paired.add(new ToolMessage(
                    "", call.sent().id(), Optional.of(call.sent().name())));
        }
        paired.addAll(between);
        answer = Optional.empty();
        calls.clear();
        results.clear();
        open.clear();
        between.clear();
    }

    /** A call that no result has answered yet, as it is sent, and the id by which the client's results know it. */
    private record OpenCall(ToolCall sent, Optional<String> givenId) {

        boolean isKnownBy(String id) {
            return givenId.filter(id::equals).isPresent();
        }
    }
}
