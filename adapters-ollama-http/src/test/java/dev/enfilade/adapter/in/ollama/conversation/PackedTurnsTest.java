package dev.enfilade.adapter.in.ollama.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedTurnsTest {

    private static final List<Message> TALK = List.of(
            new SystemMessage("Be brief"),
            UserMessage.ofText("Größe 😀"),
            new AssistantMessage("", "", List.of()),
            UserMessage.ofText("?"));

    @Test
    void whatIsPackedComesOutAgain() {
        assertThat(PackedTurns.unpack(PackedTurns.pack(TALK))).isEqualTo(TALK);
    }

    @Test
    void picturesReasoningAndForeignRolesAreNotKept() {
        List<Message> talk = List.of(
                new UserMessage(List.of(new ContentPart.Text("a"), new ContentPart.Image("image/png", "AAAA"))),
                new OtherMessage("developer", "x"),
                new ToolMessage("r", Optional.empty(), Optional.empty()),
                new AssistantMessage("b", "hm", List.of()));

        assertThat(PackedTurns.unpack(PackedTurns.pack(talk)))
                .containsExactly(UserMessage.ofText("a"), new AssistantMessage("b", "", List.of()));
    }

    @Test
    void ofALongConversationTheLastTurnsAreKeptAndNoAnswerComesFirst() {
        String half = "x".repeat(PackedTurns.LONGEST / 2);
        List<Message> talk = List.of(
                UserMessage.ofText("first"),
                new AssistantMessage(half, "", List.of()),
                UserMessage.ofText("second"),
                new AssistantMessage(half, "", List.of()));

        List<Long> packed = PackedTurns.pack(talk);

        assertThat(packed).hasSizeLessThanOrEqualTo(PackedTurns.LONGEST);
        assertThat(PackedTurns.unpack(packed)).isEqualTo(talk.subList(2, 4));
    }

    @Test
    void instructionsStayWhateverElseIsDropped() {
        String most = "x".repeat(PackedTurns.LONGEST - 10);
        Message system = new SystemMessage("Be brief");
        List<Message> last = List.of(UserMessage.ofText("?"), new AssistantMessage("!", "", List.of()));

        assertThat(packedAndBack(system, UserMessage.ofText(most), last.getFirst(), last.getLast()))
                .containsExactly(system, last.getFirst(), last.getLast());
    }

    @Test
    void ofAnExchangeThatIsTooLongTheEndOfEachTurnIsKept() {
        String tooLong = "ä".repeat(PackedTurns.LONGEST);
        Message answer = new AssistantMessage("b", "", List.of());

        List<Message> talk = packedAndBack(
                new SystemMessage("s"), UserMessage.ofText("old"), UserMessage.ofText(tooLong + "now?"), answer);

        assertThat(talk)
                .hasSizeGreaterThanOrEqualTo(3)
                .contains(new SystemMessage("s"))
                .endsWith(answer);
        assertThat(text(talk.get(talk.size() - 2))).matches("ä{9000,}now\\?");
        assertThat(packedAndBack(UserMessage.ofText("q"), new AssistantMessage(tooLong + "!", "", List.of())))
                .hasSize(2)
                .first()
                .isEqualTo(UserMessage.ofText("q"));
        assertThat(packedAndBack(
                        new SystemMessage(tooLong),
                        UserMessage.ofText(tooLong),
                        new AssistantMessage(tooLong, "", List.of())))
                .hasSize(3);
    }

    @Test
    void noCharacterIsHalved() {
        PackedTurn turn = PackedTurn.of(UserMessage.ofText("a水")).orElseThrow();

        assertThat(turn.shortened(6).message()).isEqualTo(UserMessage.ofText("a水"));
        assertThat(turn.shortened(5).message()).isEqualTo(UserMessage.ofText("水"));
        assertThat(turn.shortened(4).message()).isEqualTo(UserMessage.ofText(""));
    }

    @Test
    void instructionsWithoutEndLeaveTheMarkAlone() {
        Message system = new SystemMessage("x".repeat(PackedTurns.LONGEST / 2));

        assertThat(PackedTurns.pack(List.of(system, system, system, system, UserMessage.ofText("?"))))
                .hasSize(1);
    }

    @Test
    void theLongestConversationThatFitsIsKeptWhole() {
        List<Message> fits = List.of(UserMessage.ofText("x".repeat(PackedTurns.LONGEST - 3)));

        assertThat(PackedTurns.pack(fits)).hasSize(PackedTurns.LONGEST);
        assertThat(PackedTurns.unpack(PackedTurns.pack(fits))).isEqualTo(fits);
        assertThat(packedAndBack(new AssistantMessage("", "", List.of()), fits.getFirst()))
                .isEqualTo(fits);
    }

    static Stream<List<Long>> foreign() {
        List<Long> packed = PackedTurns.pack(TALK);
        List<Long> cut = packed.subList(0, packed.size() - 1);
        List<Long> headOnly = new ArrayList<>(packed);
        headOnly.add(2L);
        return Stream.of(
                List.of(),
                List.of(1L, 2L, 3L),
                packed.subList(1, packed.size()),
                cut,
                headOnly,
                changed(packed, 1, 4L),
                changed(packed, 1, 0L),
                changed(packed, 2, -1L),
                changed(packed, 2, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void foreignOrDamagedListsAreIgnored(List<Long> numbers) {
        assertThat(PackedTurns.unpack(numbers)).isEmpty();
    }

    private static List<Message> packedAndBack(Message... talk) {
        List<Long> packed = PackedTurns.pack(List.of(talk));
        assertThat(packed).hasSizeLessThanOrEqualTo(PackedTurns.LONGEST);
        return PackedTurns.unpack(packed);
    }

    private static String text(Message message) {
        return ((ContentPart.Text) ((UserMessage) message).parts().getFirst()).text();
    }

    private static List<Long> changed(List<Long> numbers, int at, long value) {
        List<Long> copy = new ArrayList<>(numbers);
        copy.set(at, value);
        return copy;
    }
}
