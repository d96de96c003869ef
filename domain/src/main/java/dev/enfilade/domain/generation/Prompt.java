package dev.enfilade.domain.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import java.util.List;
import java.util.Optional;

/** What a completion starts from. */
public sealed interface Prompt {

    /**
     * Words that the backend puts into the model's own chat template.
     *
     * @param history earlier turns, oldest first
     * @param parts what is said now, words first, then media
     */
    record Templated(Optional<String> system, List<Message> history, List<ContentPart> parts) implements Prompt {
        public Templated {
            requireNonNull(system, "system is null");
            history = List.copyOf(history);
            parts = List.copyOf(parts);
        }
    }

    /** Exactly these characters, no template around them. */
    record Verbatim(String text) implements Prompt {
        public Verbatim {
            requireNonNull(text, "text is null");
        }
    }

    /** A gap to be filled between two texts. */
    record Infill(String before, String after) implements Prompt {
        public Infill {
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }
}
