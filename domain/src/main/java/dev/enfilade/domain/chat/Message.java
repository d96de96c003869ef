package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** One turn of a conversation. */
public sealed interface Message {

    /** Instructions to the model. */
    record SystemMessage(String text) implements Message {
        public SystemMessage {
            requireNonNull(text, "text is null");
        }
    }

    /** What the person said and showed; words first, then media. */
    record UserMessage(List<ContentPart> parts) implements Message {
        public UserMessage {
            parts = List.copyOf(parts);
        }

        public static UserMessage ofText(String text) {
            return new UserMessage(List.of(new ContentPart.Text(text)));
        }
    }

    /**
     * What the model answered earlier.
     *
     * @param thinking its reasoning, possibly empty; most backends do not want it back
     */
    record AssistantMessage(String text, String thinking, List<ToolCall> calls) implements Message {
        public AssistantMessage {
            requireNonNull(text, "text is null");
            requireNonNull(thinking, "thinking is null");
            calls = List.copyOf(calls);
        }
    }

    /**
     * What a tool gave back.
     *
     * @param callId which call this answers, if the client said
     * @param toolName which tool ran, if the client said
     */
    record ToolMessage(String text, Optional<String> callId, Optional<String> toolName) implements Message {
        public ToolMessage {
            requireNonNull(text, "text is null");
            requireNonNull(callId, "callId is null");
            requireNonNull(toolName, "toolName is null");
        }
    }

    /** A turn in a role that only the backend understands, such as {@code developer}; the role may be empty. */
    record OtherMessage(String role, String text) implements Message {
        public OtherMessage {
            requireNonNull(role, "role is null");
            requireNonNull(text, "text is null");
        }
    }
}
