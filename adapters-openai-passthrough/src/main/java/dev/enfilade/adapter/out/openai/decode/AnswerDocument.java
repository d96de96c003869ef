package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What one JSON document of an answer says: a chunk of a stream, or a whole answer; filled again for every document.
 */
final class AnswerDocument {

    private Choice first = new Choice();
    private Choice other = new Choice();

    /** Whether the first choice was there. */
    boolean hasChoice;

    @Nullable
    Usage usage;

    @Nullable
    EngineTimings timings;

    @Nullable
    ReportedError error;

    /** What stands in the place of an answer and may be an error, if no answer comes. */
    @Nullable
    ReportedError words;

    void clear() {
        hasChoice = false;
        usage = null;
        timings = null;
        error = null;
        words = null;
    }

    /** The choice with index 0. */
    Choice choice() {
        return first;
    }

    /** A cleared choice to be filled; what is to be kept of it is decided when its index is known. */
    Choice draft() {
        other.clear();
        return other;
    }

    /** Keeps the draft if it is of the first choice: other choices were not asked for. */
    void keep(Choice draft) {
        if (draft.index == 0) {
            other = first;
            first = draft;
            hasChoice = true;
        }
    }
}
