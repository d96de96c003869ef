package dev.enfilade.adapter.out.openai.dialect;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.Thinking;
import java.util.List;

/**
 * What a kind of server is sent for each wish about reasoning; an empty list where it has no place for the wish.
 *
 * @param notExpected that a model does not reason which does not anyhow; not all servers suffer to be told
 */
public record ThinkingSwitch(
        List<BodyMember> notExpected,
        List<BodyMember> off,
        List<BodyMember> on,
        List<BodyMember> low,
        List<BodyMember> medium,
        List<BodyMember> high,
        List<BodyMember> max) {

    /** For models that do not reason, or cannot be told to. */
    public static final ThinkingSwitch NONE =
            new ThinkingSwitch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ThinkingSwitch {
        notExpected = List.copyOf(notExpected);
        off = List.copyOf(off);
        on = List.copyOf(on);
        low = List.copyOf(low);
        medium = List.copyOf(medium);
        high = List.copyOf(high);
        max = List.copyOf(max);
    }

    /**
     * OpenAI's own member, {@code reasoning_effort}, with one of its words for each wish; {@code low} and
     * {@code medium} are known wherever it is.
     */
    static ThinkingSwitch ofEfforts(String off, String on, String high, String max) {
        return new ThinkingSwitch(
                List.of(effort(off)),
                List.of(effort(off)),
                List.of(effort(on)),
                List.of(effort("low")),
                List.of(effort("medium")),
                List.of(effort(high)),
                List.of(effort(max)));
    }

    static BodyMember effort(String word) {
        return new BodyMember("reasoning_effort", new JsonText('"' + word + '"'));
    }

    public List<BodyMember> membersFor(Thinking thinking) {
        return switch (thinking) {
            case Thinking.Unset _ -> List.of();
            case Thinking.NotExpected _ -> notExpected;
            case Thinking.Off _ -> off;
            case Thinking.On _ -> on;
            case Thinking.Effort effort ->
                switch (effort.level()) {
                    case LOW -> low;
                    case MEDIUM -> medium;
                    case HIGH -> high;
                    case MAX -> max;
                };
        };
    }
}
