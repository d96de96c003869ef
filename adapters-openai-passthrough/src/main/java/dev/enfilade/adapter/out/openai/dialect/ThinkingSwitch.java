package dev.enfilade.adapter.out.openai.dialect;

import dev.enfilade.domain.chat.Thinking;
import java.util.List;

/** What a kind of server is sent for each wish about reasoning; an empty list where it has no place for the wish. */
public record ThinkingSwitch(
        List<BodyMember> off,
        List<BodyMember> on,
        List<BodyMember> low,
        List<BodyMember> medium,
        List<BodyMember> high,
        List<BodyMember> max) {

    /** For models that do not reason, or cannot be told to. */
    public static final ThinkingSwitch NONE =
            new ThinkingSwitch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ThinkingSwitch {
        off = List.copyOf(off);
        on = List.copyOf(on);
        low = List.copyOf(low);
        medium = List.copyOf(medium);
        high = List.copyOf(high);
        max = List.copyOf(max);
    }

    public List<BodyMember> membersFor(Thinking thinking) {
        return switch (thinking) {
            case Thinking.Unset _ -> List.of();
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
