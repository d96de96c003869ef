package dev.enfilade.domain.generation;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Joins the fragments in which backends stream tool calls into complete calls.
 *
 * <p>A fragment continues the call with its id, else the latest one with its index, else the one in hand. It begins
 * another call where it cannot belong to that one: servers number every call 0, repeat or leave out ids, and repeat
 * names or cut them, so what counts besides is whether the arguments in hand are a whole JSON value. Calls come out in
 * the order of their indexes.
 */
public final class ToolCallAssembler {

    private static final Comparator<Draft> IN_ORDER =
            Comparator.<Draft>comparingInt(draft -> draft.index).thenComparingInt(draft -> draft.place);

    private final Supplier<String> newId;

    /** In the order in which the latest fragments came. */
    private final List<Draft> drafts = new ArrayList<>();

    /** @param newId makes an id for a call that the backend left without one of its own */
    public ToolCallAssembler(Supplier<String> newId) {
        this.newId = newId;
    }

    /** Takes one fragment; an empty id or name counts as absent. */
    public void add(OptionalInt index, Optional<String> id, Optional<String> name, String arguments) {
        String knownId = id.orElse("");
        String knownName = name.orElse("");
        Optional<Draft> before = continued(index, knownId);
        Draft draft = before.filter(candidate -> !candidate.isEndedBy(knownId, knownName, arguments))
                .orElseGet(() -> begin(
                        index,
                        knownName.isEmpty()
                                ? before.map(earlier -> earlier.name).orElse("")
                                : knownName));
        draft.take(knownId, knownName, arguments);
        drafts.remove(draft);
        drafts.addLast(draft);
    }

    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    /**
     * The calls so far; arguments that never came are the empty object. Whether arguments are JSON is for the caller to
     * check.
     */
    public List<ToolCall> calls() {
        Set<String> ids = new HashSet<>();
        return drafts.stream()
                .sorted(IN_ORDER)
                .map(draft -> draft.call(newId))
                .map(call -> ids.add(call.id().orElse("")) ? call : call.withId(newId.get()))
                .toList();
    }

    /** The call that the fragment may continue. */
    private Optional<Draft> continued(OptionalInt index, String id) {
        List<Draft> latest = drafts.reversed().stream()
                .filter(draft -> index.isEmpty() || draft.index == index.getAsInt())
                .toList();
        return latest.stream()
                .filter(draft -> !id.isEmpty() && draft.id.equals(id))
                .findFirst()
                .or(() -> latest.stream().findFirst());
    }

    private Draft begin(OptionalInt index, String name) {
        int next = drafts.stream().mapToInt(draft -> draft.index).max().orElse(-1) + 1;
        return new Draft(index.orElse(next), drafts.size(), name);
    }

    /** A tool call of which more may come. */
    private static final class Draft {

        private static final String EMPTY = "{}";

        private final int index;
        private final int place;
        private JsonExtent extent = JsonExtent.NOTHING;
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name;
        private boolean announcing;

        /**
         * An empty draft.
         *
         * @param index where the call stands among the calls of its answer
         * @param place how many calls began before it
         * @param name if it is known, else empty
         */
        Draft(int index, int place, String name) {
            this.name = name;
            this.index = index;
            this.place = place;
        }

        /**
         * Whether a fragment cannot belong to this call, so that it begins the next. A whole call takes nothing more; a
         * name alone may repeat its own or announce the next of the same name, which what follows decides.
         */
        boolean isEndedBy(String otherId, String otherName, String more) {
            boolean overflows = extent.whole() && !more.isBlank();
            if (otherName.isEmpty() || name.isEmpty()) {
                return overflows && announcing;
            }
            boolean otherCall = differs(otherId, id) || (differs(otherName, name) && !isContinuedBy(otherId));
            return otherCall || overflows;
        }

        /**
         * Whether a fragment with another name has a piece of this call's: a server that gives ids gives each call one.
         */
        private boolean isContinuedBy(String otherId) {
            return !id.isEmpty() && (otherId.equals(id) || (otherId.isEmpty() && isBeforeArguments()));
        }

        private boolean isBeforeArguments() {
            return extent.equals(JsonExtent.NOTHING);
        }

        private static boolean differs(String other, String known) {
            return !other.isEmpty() && !known.isEmpty() && !other.equals(known);
        }

        /** Takes what a fragment brings; an empty id or name is none. */
        void take(String newId, String newName, String more) {
            announcing |= extent.whole() && !newName.isEmpty();
            id = newId.isEmpty() ? id : newId;
            name = joined(newName);
            dropOpening(more);
            arguments.append(more);
            extent = extent.with(more);
        }

        /**
         * Anthropic opens a call with an empty object before the pieces of the true one, and some routers pass it on.
         */
        private void dropOpening(String more) {
            if (extent.whole()
                    && !more.isBlank()
                    && arguments.toString().strip().equals(EMPTY)) {
                arguments.setLength(0);
                extent = JsonExtent.NOTHING;
            }
        }

        /** Names come in pieces, grow, or are repeated whole, until the arguments begin. */
        private String joined(String piece) {
            if (piece.startsWith(name)) {
                return piece;
            }
            return isBeforeArguments() ? name + piece : name;
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
