package dev.enfilade.domain.generation;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Joins the fragments in which backends stream tool calls into complete calls.
 *
 * <p>Fragments with the same index belong together. Without an index a fragment that brings a new id or a name begins a call, and any
 * other continues the last one. Calls come out in the order of their indexes.
 */
public final class ToolCallAssembler {

    private final Supplier<String> newId;
    private final Map<Integer, Draft> drafts = new TreeMap<>();
    private int last = -1;

    /** @param newId makes an id for a call that the backend left without one */
    public ToolCallAssembler(Supplier<String> newId) {
        this.newId = newId;
    }

    /** Takes one fragment; an empty id or name counts as absent. */
    public void add(OptionalInt index, Optional<String> id, Optional<String> name, String arguments) {
        Optional<String> realId = id.filter(text -> !text.isEmpty());
        Optional<String> realName = name.filter(text -> !text.isEmpty());
        int place = index.orElseGet(() -> placeOf(realId, realName));
        last = place;
        Draft draft = drafts.computeIfAbsent(place, _ -> new Draft());
        realId.ifPresent(text -> draft.id = text);
        realName.ifPresent(text -> draft.name = text);
        draft.arguments.append(arguments);
    }

    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    /** The calls so far; arguments that never came are the empty object. Whether arguments are JSON is for the caller to check. */
    public List<ToolCall> calls() {
        List<ToolCall> calls = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            String arguments = draft.arguments.toString().strip();
            calls.add(new ToolCall(
                    Optional.of(draft.id.isEmpty() ? newId.get() : draft.id),
                    draft.name,
                    arguments.isEmpty() ? JsonText.EMPTY_OBJECT : new JsonText(arguments)));
        }
        return List.copyOf(calls);
    }

    private int placeOf(Optional<String> id, Optional<String> name) {
        Draft current = drafts.get(last);
        if (current == null) {
            return drafts.size();
        }
        boolean otherId = id.isPresent() && !current.id.isEmpty() && !id.get().equals(current.id);
        boolean namedAnew = id.isEmpty() && name.isPresent();
        return otherId || namedAnew ? drafts.size() : last;
    }

    private static final class Draft {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }
}
