package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.generation.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one document says of one choice; filled again for every document. */
final class Choice {

    int index;
    String text = "";
    String reasoning = "";

    @Nullable
    String finishReason;

    @Nullable
    Usage usage;

    @Nullable
    ReportedError error;

    /** What the server says under the name that belongs to the other kind of answer: a message in a stream. */
    @Nullable
    Choice elsewhere;

    List<TokenLogprob> logprobs = List.of();
    final List<ToolFragment> fragments = new ArrayList<>();

    void clear() {
        index = 0;
        text = "";
        reasoning = "";
        finishReason = null;
        usage = null;
        error = null;
        elsewhere = null;
        logprobs = List.of();
        fragments.clear();
    }

    void say(String more) {
        text = text.isEmpty() ? more : text + more;
    }

    boolean saysSomething() {
        return !text.isEmpty() || !reasoning.isEmpty() || !fragments.isEmpty();
    }
}
