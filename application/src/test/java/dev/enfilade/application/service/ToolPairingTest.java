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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToolPairingTest {

    @Test
    void aBareResultAnswersTheEarliestOpenCall() {
        assertThat(pair(calls(call("weather"), call("time")), result("11"), result("noon")))
                .containsExactly(
                        calls(
                                call("weather").withId("call_00000000"),
                                call("time").withId("call_00000001")),
                        answered("11", "call_00000000", "weather"),
                        answered("noon", "call_00000001", "time"));
    }

    @Test
    void aNamedResultAnswersTheEarliestOpenCallOfItsTool() {
        assertThat(pair(calls(call("weather"), call("time"), call("time")), named("1", "time"), named("2", "time")))
                .contains(answered("1", "call_00000001", "time"), answered("2", "call_00000002", "time"));
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
                        calls(
                                call("weather").withId("call_00000000"),
                                call("time").withId("call_00000001")),
                        answered("noon", "call_00000000", "weather"),
                        answered("11", "call_00000001", "time"));
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
                .containsExactly(
                        calls(call("weather").withId("a"), call("time").withId("a_2")),
                        answered("11", "a", "weather"),
                        answered("noon", "a_2", "time"));
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
                        calls(
                                call("weather").withId("call_00000000"),
                                call("time").withId("call_00000001")),
                        answered("noon", "call_00000001", "time"),
                        answered("", "call_00000000", "weather"),
                        next);
    }

    @Test
    void callsAtTheVeryEndAreClosedToo() {
        assertThat(pair(calls(call("weather")))).hasSize(2);
    }

    @Test
    void resultsThatNoCallPrecedesAreGivenTheirCalls() {
        UserMessage user = UserMessage.ofText("u");
        ToolMessage known = new ToolMessage("x", Optional.of("lost"), Optional.of("weather"));

        assertThat(pair(user, known, result("y"), user))
                .containsExactly(
                        user,
                        calls(call("weather").withId("lost"), call("tool").withId("call_00000000")),
                        answered("x", "lost", "weather"),
                        answered("y", "call_00000000", "tool"),
                        user);
        assertThat(pair(result("y"))).hasSize(2);
    }

    @Test
    void aResultBehindAnAnswerWithoutCallsMakesTheCallPartOfThatAnswer() {
        AssistantMessage answer = new AssistantMessage("Let me see.", "hm", List.of());

        assertThat(pair(answer, byId("11", "a"), new SystemMessage("s"), byId("12", "b")))
                .containsExactly(
                        new AssistantMessage(
                                "Let me see.", "hm", List.of(call("tool").withId("a"))),
                        answered("11", "a", "tool"),
                        new SystemMessage("s"),
                        calls(call("tool").withId("b")),
                        answered("12", "b", "tool"));
    }

    @Test
    void oneResultMoreThanCallsIsGivenACallBesideThem() {
        assertThat(pair(calls(call("weather").withId("a")), byId("11", "a"), byId("again", "a")))
                .containsExactly(
                        calls(call("weather").withId("a"), call("tool").withId("a_2")),
                        answered("11", "a", "weather"),
                        answered("again", "a_2", "tool"));
    }

    @Test
    void aResultThatComesTooLateIsGivenACallOfItsOwn() {
        UserMessage user = UserMessage.ofText("u");

        assertThat(pair(
                        calls(call("weather").withId("a")),
                        user,
                        new ToolMessage("11", Optional.of("a"), Optional.of("weather"))))
                .containsExactly(
                        calls(call("weather").withId("a")),
                        answered("", "a", "weather"),
                        user,
                        calls(call("weather").withId("a_2")),
                        answered("11", "a_2", "weather"));
    }

    @Test
    void noTwoCallsOfAHistoryHaveTheSameId() {
        AssistantMessage asked = calls(call("weather").withId("c"), call("time").withId("c"));

        assertThat(pair(asked, named("noon", "time"), byId("11", "c"), asked, byId("12", "c"), byId("one", "c")))
                .containsExactly(
                        calls(call("weather").withId("c"), call("time").withId("c_2")),
                        answered("noon", "c_2", "time"),
                        answered("11", "c", "weather"),
                        calls(call("weather").withId("c_3"), call("time").withId("c_4")),
                        answered("12", "c_3", "weather"),
                        answered("one", "c_4", "time"));
    }

    @Test
    void idsAreTheSameAtEveryRequestOfAConversation() {
        AssistantMessage first = calls(call("weather"), call("weather"));
        List<Message> begun = pair(first, result("11"), result("12"));

        assertThat(pair(first, result("11"), result("12"), calls(call("time")), result("noon")))
                .startsWith(begun.toArray(Message[]::new))
                .endsWith(calls(call("time").withId("call_00000002")), answered("noon", "call_00000002", "time"));
    }

    @Test
    void anIdThatLooksLikeOneOfOursIsNotGivenTwice() {
        assertThat(pair(calls(call("weather").withId("call_00000000"), call("time")), named("noon", "time")))
                .containsExactly(
                        calls(
                                call("weather").withId("call_00000000"),
                                call("time").withId("call_00000000_2")),
                        answered("noon", "call_00000000_2", "time"),
                        answered("", "call_00000000", "weather"));
    }

    @Test
    void everythingElseStaysWhereItIs() {
        Message system = new SystemMessage("s");
        Message user = UserMessage.ofText("u");

        assertThat(pair(system, user, calls())).containsExactly(system, user, calls());
    }

    private List<Message> pair(Message... history) {
        return ToolPairing.complete(List.of(history));
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
