package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One turn of a conversation in {@link PackedTurns}: a role, a length and as many bytes of UTF-8. */
final class PackedTurn {

    private static final int SYSTEM = 1;
    private static final int USER = 2;
    private static final int ASSISTANT = 3;
    private static final int HEAD = 2;

    private final int role;
    private final byte[] text;

    private PackedTurn(int role, byte[] text) {
        this.role = role;
        this.text = text;
    }

    /** The turn in this form; absent for roles that generate does not know. */
    static Optional<PackedTurn> of(Message message) {
        return switch (message) {
            case SystemMessage system -> Optional.of(of(SYSTEM, system.text()));
            case UserMessage user -> Optional.of(of(USER, words(user)));
            case AssistantMessage assistant -> Optional.of(of(ASSISTANT, assistant.text()));
            case Message.ToolMessage _ -> Optional.empty();
            case Message.OtherMessage _ -> Optional.empty();
        };
    }

    /** The turn that begins at a place of a list; absent if there is none. */
    static Optional<PackedTurn> at(List<Long> numbers, int start) {
        int rest = numbers.size() - start - HEAD;
        if (rest < 0) {
            return Optional.empty();
        }
        long role = numbers.get(start);
        long length = numbers.get(start + 1);
        if (role < SYSTEM || role > ASSISTANT || length < 0 || length > rest) {
            return Optional.empty();
        }
        byte[] text = new byte[(int) length];
        for (int i = 0; i < text.length; i++) {
            text[i] = numbers.get(start + HEAD + i).byteValue();
        }
        return Optional.of(new PackedTurn((int) role, text));
    }

    boolean isAnswer() {
        return role == ASSISTANT;
    }

    boolean isInstruction() {
        return role == SYSTEM;
    }

    /** The turn, or its end if it is longer than so many numbers; no character is halved. */
    PackedTurn shortened(int size) {
        int start = Math.max(0, size() - size);
        while (start < text.length && (text[start] & 0xC0) == 0x80) {
            start++;
        }
        return new PackedTurn(role, Arrays.copyOfRange(text, start, text.length));
    }

    /** How many numbers it takes. */
    int size() {
        return HEAD + text.length;
    }

    void appendTo(List<Long> numbers) {
        numbers.add((long) role);
        numbers.add((long) text.length);
        for (byte value : text) {
            numbers.add(Byte.toUnsignedLong(value));
        }
    }

    Message message() {
        String words = new String(text, StandardCharsets.UTF_8);
        return switch (role) {
            case SYSTEM -> new SystemMessage(words);
            case USER -> UserMessage.ofText(words);
            default -> new AssistantMessage(words, "", List.of());
        };
    }

    private static PackedTurn of(int role, String text) {
        return new PackedTurn(role, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(UserMessage user) {
        return user.parts().stream()
                .map(part -> part instanceof ContentPart.Text text ? text.text() : "")
                .collect(Collectors.joining());
    }
}
