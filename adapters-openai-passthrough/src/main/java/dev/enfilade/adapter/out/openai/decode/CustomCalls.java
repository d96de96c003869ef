package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.enfilade.domain.generation.ToolCallAssembler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Calls of custom tools, which get a text in place of arguments. Ollama knows no such tools, so that a call of one
 * becomes an ordinary one with {@code input} as its only argument.
 */
final class CustomCalls {

    private final List<Draft> drafts = new ArrayList<>();

    /** Takes a fragment that has an input. */
    void add(ToolFragment fragment) {
        String id = fragment.id().orElse("");
        drafts.reversed().stream()
                .filter(draft -> draft.isContinuedBy(fragment.index(), id))
                .findFirst()
                .orElseGet(() -> begin(fragment.index(), id))
                .take(fragment);
    }

    private Draft begin(OptionalInt index, String id) {
        Draft draft = new Draft(index, id);
        drafts.add(draft);
        return draft;
    }

    /** Puts the calls among the others. */
    void giveTo(ToolCallAssembler calls) {
        for (Draft draft : drafts) {
            calls.add(draft.index, Optional.of(draft.id), Optional.of(draft.name), draft.arguments());
        }
    }

    private static final class Draft {

        private final OptionalInt index;
        private final String id;
        private final StringBuilder input = new StringBuilder();
        private String name = "";

        Draft(OptionalInt index, String id) {
            this.index = index;
            this.id = id;
        }

        boolean isContinuedBy(OptionalInt otherIndex, String otherId) {
            return (otherIndex.isEmpty() || otherIndex.equals(index)) && (otherId.isEmpty() || otherId.equals(id));
        }

        void take(ToolFragment fragment) {
            String piece = fragment.name().orElse("");
            name = piece.startsWith(name) ? piece : name + piece;
            input.append(fragment.input().orElse(""));
        }

        String arguments() {
            return "{\"input\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(input)) + "\"}";
        }
    }
}
