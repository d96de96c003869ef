package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.TokenLogprob;
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

    List<TokenLogprob> logprobs = List.of();
    final List<ToolFragment> fragments = new ArrayList<>();

    void clear() {
        index = 0;
        text = "";
        reasoning = "";
        finishReason = null;
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
