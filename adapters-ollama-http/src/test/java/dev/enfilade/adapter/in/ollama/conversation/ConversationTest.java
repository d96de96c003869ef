package dev.enfilade.adapter.in.ollama.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private static final String GIF = "R0lGODlhAQABAAAAACw=";
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUg==";
    private static final ContentPart GIF_PART = new ContentPart.Image("image/gif", GIF);
    private static final ContentPart PNG_PART = new ContentPart.Image("image/png", PNG);

    @Test
    void everyRoleBecomesItsTurn() {
        assertThat(map(message("system", "s"), message("user", "u"), message("assistant", "a"), message("robot", "r")))
                .containsExactly(
                        new SystemMessage("s"),
                        UserMessage.ofText("u"),
                        new AssistantMessage("a", "", List.of()),
                        new OtherMessage("robot", "r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "tool", "developer", "assistant"})
    void whatOthersShowIsShownWithWhatThePersonSaysNext(String role) {
        assertThat(map(message(role, "x", PNG), message("user", "What is it?", GIF))
                        .getLast())
                .isEqualTo(new UserMessage(List.of(new ContentPart.Text("What is it?"), GIF_PART, PNG_PART)));
    }

    @Test
    void whatToolsShowIsShownBehindAllTheirResultsAndBeforeTheNextAnswer() {
        assertThat(map(
                        message("assistant", ""),
                        message("tool", "1", PNG),
                        message("tool", "2", GIF),
                        message("system", "s"),
                        message("assistant", "a"),
                        message("tool", "3", PNG)))
                .containsExactly(
                        new AssistantMessage("", "", List.of()),
                        result("1"),
                        result("2"),
                        new SystemMessage("s"),
                        new UserMessage(List.of(PNG_PART, GIF_PART)),
                        new AssistantMessage("a", "", List.of()),
                        result("3"),
                        new UserMessage(List.of(PNG_PART)));
    }

    private static List<Message> map(MessageBody... messages) {
        return Conversation.of(List.of(messages));
    }

    private static MessageBody message(String role, String text, String... images) {
        return new MessageBody(role, text, "", List.of(images), List.of(), "", "");
    }

    private static ToolMessage result(String text) {
        return new ToolMessage(text, Optional.empty(), Optional.empty());
    }
}
