package dev.enfilade.domain.generation;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Joins the fragments in which backends stream tool calls into complete calls.
 *
 * <p>Fragments with the same index belong together, unless one brings another id and another name: some servers number
 * every call 0. Without an index a known id decides; otherwise a fragment that brings a new id or a name begins a call,
 * and any other continues the last one. Calls come out in the order of their indexes.
 */
public final class ToolCallAssembler {

    private final Supplier<String> newId;
    private final List<Draft> drafts = new ArrayList<>();

    /** The draft that the latest fragment went into. */
    private @Nullable Draft last;

    /** @param newId makes an id for a call that the backend left without one */
    public ToolCallAssembler(Supplier<String> newId) {
        this.newId = newId;
    }

    /** Takes one fragment; an empty id or name counts as absent. */
    public void add(OptionalInt index, Optional<String> id, Optional<String> name, String arguments) {
        String knownId = id.orElse("");
        String knownName = name.orElse("");
        Draft draft =
                index.isPresent() ? numbered(index.getAsInt(), knownId, knownName) : unnumbered(knownId, knownName);
        draft.take(knownId, knownName, arguments);
        last = draft;
    }

    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    /**
     * The calls so far; arguments that never came are the empty object. Whether arguments are JSON is for the caller to
     * check.
     */
    public List<ToolCall> calls() {
        return drafts.stream()
                .sorted(Comparator.comparingInt(draft -> draft.index))
                .map(draft -> draft.call(newId))
                .toList();
    }

    private Draft numbered(int index, String id, String name) {
        return drafts.reversed().stream()
                .filter(draft -> draft.index == index)
                .findFirst()
                .filter(draft -> !draft.isAnotherThan(id, name))
                .orElseGet(() -> begin(index));
    }

    private Draft unnumbered(String id, String name) {
        Optional<Draft> sameId = drafts.stream()
                .filter(draft -> !id.isEmpty() && draft.id.equals(id))
                .findFirst();
        if (sameId.isPresent()) {
            return sameId.get();
        }
        boolean isNew = id.isEmpty() ? !name.isEmpty() : last != null && !last.id.isEmpty();
        return last == null || isNew ? begin(nextIndex()) : last;
    }

    private int nextIndex() {
        return drafts.stream().mapToInt(draft -> draft.index).max().orElse(-1) + 1;
    }

    private Draft begin(int index) {
        Draft draft = new Draft(index);
        drafts.add(draft);
        return draft;
    }

    private static final class Draft {
        private final int index;
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        Draft(int index) {
            this.index = index;
        }

        boolean isAnotherThan(String otherId, String otherName) {
            return !otherId.isEmpty() && !otherName.isEmpty() && !id.isEmpty() && !id.equals(otherId);
        }

        void take(String newId, String newName, String more) {
            id = newId.isEmpty() ? id : newId;
            name = newName.isEmpty() ? name : newName;
            arguments.append(more);
        }

        ToolCall call(Supplier<String> makeId) {
            String text = arguments.toString().strip();
            return new ToolCall(
                    Optional.of(id.isEmpty() ? makeId.get() : id),
                    name,
                    text.isEmpty() ? JsonText.EMPTY_OBJECT : new JsonText(text));
        }
    }
}
