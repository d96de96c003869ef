package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.OtherMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.ToolMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ToolCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToolPairingTest {

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void aBareResultAnswersTheEarliestOpenCall() {
        assertThat(pair(calls(call("weather"), call("time")), result("11"), result("noon")))
                .containsExactly(
                        calls(call("weather").withId("id-1"), call("time").withId("id-2")),
                        answered("11", "id-1", "weather"),
                        answered("noon", "id-2", "time"));
    }

    @Test
    void aNamedResultAnswersTheEarliestOpenCallOfItsTool() {
        assertThat(pair(calls(call("weather"), call("time"), call("time")), named("1", "time"), named("2", "time")))
                .contains(answered("1", "id-2", "time"), answered("2", "id-3", "time"));
    }

    @Test
    void anIdDecidesWhateverTheOrder() {
        AssistantMessage asked = calls(call("weather").withId("a"), call("time").withId("b"));

        assertThat(pair(asked, byId("noon", "b"), byId("11", "a")))
                .containsExactly(asked, answered("noon", "b", "time"), answered("11", "a", "weather"));
    }

    @Test
    void anIdThatNoCallHasIsAsGoodAsNone() {
        assertThat(pair(calls(call("weather"), call("time")), byId("noon", "gone"), byId("11", "gone")))
                .containsExactly(
                        calls(call("weather").withId("id-1"), call("time").withId("id-2")),
                        answered("noon", "id-1", "weather"),
                        answered("11", "id-2", "time"));
    }

    @Test
    void aNameInThePlaceOfTheIdAndAnIdInThePlaceOfTheNameAreUnderstood() {
        AssistantMessage asked = calls(call("weather").withId("a"), call("time").withId("b"));

        assertThat(pair(asked, byId("noon", "time"), named("11", "a")))
                .containsExactly(asked, answered("noon", "b", "time"), answered("11", "a", "weather"));
    }

    @Test
    void callsWithTheSameIdAreAnsweredInOrder() {
        AssistantMessage asked = calls(call("weather").withId("a"), call("time").withId("a"));

        assertThat(pair(asked, byId("11", "a"), byId("noon", "a")))
                .containsExactly(asked, answered("11", "a", "weather"), answered("noon", "a", "time"));
    }

    @Test
    void whatStandsBetweenACallAndItsResultGoesBehindIt() {
        AssistantMessage asked = calls(call("weather").withId("a"), call("time").withId("b"));
        Message note = new SystemMessage("be quick");
        Message other = new OtherMessage("developer", "and kind");

        assertThat(pair(asked, note, byId("11", "a"), other, byId("noon", "b"), UserMessage.ofText("u")))
                .containsExactly(
                        asked,
                        answered("11", "a", "weather"),
                        answered("noon", "b", "time"),
                        note,
                        other,
                        UserMessage.ofText("u"));
        assertThat(pair(calls(call("weather").withId("a")), note))
                .containsExactly(calls(call("weather").withId("a")), answered("", "a", "weather"), note);
    }

    @Test
    void callsThatNobodyAnsweredGetAnEmptyResultBeforeTheNextUserMessage() {
        UserMessage next = UserMessage.ofText("go on");

        assertThat(pair(calls(call("weather"), call("time")), named("noon", "time"), next))
                .containsExactly(
                        calls(call("weather").withId("id-1"), call("time").withId("id-2")),
                        answered("noon", "id-2", "time"),
                        answered("", "id-1", "weather"),
                        next);
    }

    @Test
    void callsAtTheVeryEndAreClosedToo() {
        assertThat(pair(calls(call("weather")))).hasSize(2);
    }

    @Test
    void aResultThatAnswersNothingKeepsItsIdOrGetsOne() {
        assertThat(pair(byId("x", "lost"), result("y")))
                .containsExactly(
                        new ToolMessage("x", Optional.of("lost"), Optional.empty()),
                        new ToolMessage("y", Optional.of("id-1"), Optional.empty()));
    }

    @Test
    void everythingElseStaysWhereItIs() {
        Message system = new SystemMessage("s");
        Message user = UserMessage.ofText("u");

        assertThat(pair(system, user, calls())).containsExactly(system, user, calls());
    }

    private List<Message> pair(Message... history) {
        return ToolPairing.complete(List.of(history), () -> "id-" + ids.incrementAndGet());
    }

    private static AssistantMessage calls(ToolCall... calls) {
        return new AssistantMessage("", "", Stream.of(calls).toList());
    }

    private static ToolCall call(String name) {
        return new ToolCall(Optional.empty(), name, JsonText.EMPTY_OBJECT);
    }

    private static ToolMessage result(String text) {
        return new ToolMessage(text, Optional.empty(), Optional.empty());
    }

    private static ToolMessage named(String text, String tool) {
        return new ToolMessage(text, Optional.empty(), Optional.of(tool));
    }

    private static ToolMessage byId(String text, String id) {
        return new ToolMessage(text, Optional.of(id), Optional.empty());
    }

    private static ToolMessage answered(String text, String id, String tool) {
        return new ToolMessage(text, Optional.of(id), Optional.of(tool));
    }
}
