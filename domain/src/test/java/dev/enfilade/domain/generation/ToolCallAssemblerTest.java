package dev.enfilade.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ToolCallAssemblerTest {

    private static final OptionalInt NO_INDEX = OptionalInt.empty();

    private final AtomicInteger made = new AtomicInteger();
    private final ToolCallAssembler assembler = new ToolCallAssembler(() -> "made" + made.incrementAndGet());

    @Test
    void nothingIsNoCalls() {
        assertThat(assembler.isEmpty()).isTrue();
        assertThat(assembler.calls()).isEmpty();
    }

    @Test
    void argumentsSplitOverFragmentsAreJoinedByIndex() {
        add(0, "call_a", "get_weather", "");
        add(0, "", "", "{\"city\"");
        add(0, "", "", ":\"Paris\"}");
        assertThat(assembler.isEmpty()).isFalse();
        assertCalls(call("call_a", "get_weather", "{\"city\":\"Paris\"}"));
    }

    @Test
    void anEmptyObjectThatOnlyOpensACallGivesWayToItsArguments() {
        add(0, "a", "get_weather", "{}");
        add(0, "", "", "{\"city\":");
        add(0, "", "", "\"Paris\"}");
        assertCalls(call("a", "get_weather", "{\"city\":\"Paris\"}"));
    }

    @Test
    void interleavedCallsAreKeptApartAndComeInTheOrderOfTheirIndexes() {
        add(1, "b", "get_time", "{\"zone\":");
        add(0, "a", "get_weather", "{\"city\":");
        add(1, "", "", "\"CET\"}");
        add(0, "", "", "\"Rome\"}");
        assertCalls(call("a", "get_weather", "{\"city\":\"Rome\"}"), call("b", "get_time", "{\"zone\":\"CET\"}"));
    }

    @Test
    void withoutIndexANewIdBeginsACallAndAKnownOneContinuesIt() {
        add(NO_INDEX, "a", "one", "{\"x\":");
        add(NO_INDEX, "b", "two", "{\"y\":");
        add(NO_INDEX, "a", "", "1}");
        add(NO_INDEX, "b", "", "2}");
        assertCalls(call("a", "one", "{\"x\":1}"), call("b", "two", "{\"y\":2}"));
    }

    @Test
    void withoutIndexAndIdANameBeginsACallAndABareFragmentContinuesIt() {
        add(NO_INDEX, "", "one", "{\"x\":");
        add(NO_INDEX, "", "", "1}");
        add(NO_INDEX, "", "two", "{}");
        assertCalls(call("made1", "one", "{\"x\":1}"), call("made2", "two", "{}"));
    }

    @Test
    void anIdThatComesLateBelongsToTheCallInHand() {
        add(NO_INDEX, "", "one", "{\"x\":");
        add(NO_INDEX, "late", "", "1}");
        assertCalls(call("late", "one", "{\"x\":1}"));
    }

    @Test
    void aBareFragmentBeginsACallIfThereIsNone() {
        add(NO_INDEX, "", "", "{}");
        assertCalls(call("made1", "", "{}"));
    }

    @Test
    void anIdThatComesAnewWithEveryFragmentDoesNotSplitACall() {
        add(0, "a", "one", "{\"x\":");
        add(0, "z", "", "1}");
        assertCalls(call("z", "one", "{\"x\":1}"));
    }

    @Test
    void aNameRepeatedWithItsIdDoesNotSplitACall() {
        add(0, "a", "one", "{\"x\":");
        add(0, "a", "one", "1}");
        assertCalls(call("a", "one", "{\"x\":1}"));
    }

    @Test
    void callsThatAllHaveIndexZeroAreToldApartByTheirIds() {
        add(0, "a", "one", "{}");
        add(0, "b", "two", "{\"y\":");
        add(0, "", "", "2}");
        assertCalls(call("a", "one", "{}"), call("b", "two", "{\"y\":2}"));
    }

    @Test
    void anIdFindsItsCallAgainAmongCallsOfTheSameIndex() {
        add(0, "a", "one", "{\"x\":");
        add(0, "b", "two", "{\"y\":");
        add(0, "a", "", "1}");
        add(0, "b", "", "2}");
        assertCalls(call("a", "one", "{\"x\":1}"), call("b", "two", "{\"y\":2}"));
    }

    @Test
    void callsWithoutIdsThatAllHaveIndexZeroAreToldApartByTheirEnds() {
        add(0, "", "one", "{\"x\":\"}\\\"{\"}");
        add(0, "", "one", "{\"x\":");
        add(0, "", "one", "2}");
        add(0, "", "two", "");
        assertCalls(
                call("made1", "one", "{\"x\":\"}\\\"{\"}"),
                call("made2", "one", "{\"x\":2}"),
                call("made3", "two", "{}"));
    }

    @Test
    void aNameRepeatedInEveryFragmentDoesNotSplitACallWithoutIndexAndId() {
        add(NO_INDEX, "", "one", "");
        add(NO_INDEX, "", "one", "{\"x\":");
        add(NO_INDEX, "", "one", "1}");
        add(NO_INDEX, "", "one", " ");
        assertCalls(call("made1", "one", "{\"x\":1}"));
    }

    @Test
    void aNameInPiecesIsJoinedWhereTheIdTellsThatItIsOneCall() {
        add(0, "a", "get", "");
        add(0, "", "_wea", "");
        add(0, "", "ther", "{\"x\":");
        add(0, "", "", "1}");
        add(1, "b", "get_", "");
        add(1, "b", "time", "");
        assertCalls(call("a", "get_weather", "{\"x\":1}"), call("b", "get_time", "{}"));
    }

    @Test
    void aNameThatGrowsOrIsRepeatedIsNotDoubled() {
        add(0, "a", "get_", "");
        add(0, "", "get_time", "");
        add(0, "", "get_time", "{}");
        add(0, "a", "get_time", "");
        assertCalls(call("a", "get_time", "{}"));
    }

    @Test
    void aNameThatComesWhenArgumentsHaveBegunIsNoPieceOfAName() {
        add(0, "a", "one", "{\"x\":");
        add(0, "a", "two", "1}");
        add(0, "", "three", "{}");
        assertCalls(call("a", "one", "{\"x\":1}"), call("made1", "three", "{}"));
    }

    @Test
    void withoutIdsAnotherNameIsAnotherCall() {
        add(0, "", "one", "");
        add(0, "", "two", "{}");
        assertCalls(call("made1", "one", "{}"), call("made2", "two", "{}"));
    }

    @Test
    void callsThatAllHaveTheSameIdGetIdsOfTheirOwn() {
        add(0, "a", "one", "{\"x\":1}");
        add(1, "a", "one", "{\"x\":2}");
        add(NO_INDEX, "a", "one", "{\"x\":3}");
        assertCalls(
                call("a", "one", "{\"x\":1}"), call("made1", "one", "{\"x\":2}"), call("made2", "one", "{\"x\":3}"));
    }

    @Test
    void anUnnumberedCallAfterNumberedOnesComesLast() {
        add(0, "a", "one", "{}");
        add(2, "c", "three", "{}");
        add(NO_INDEX, "d", "four", "{}");
        assertCalls(call("a", "one", "{}"), call("c", "three", "{}"), call("d", "four", "{}"));
    }

    @Test
    void argumentsThatNeverCameAreTheEmptyObject() {
        add(0, "a", "ping", "");
        add(1, "b", "pong", "  ");
        assertCalls(call("a", "ping", "{}"), call("b", "pong", "{}"));
    }

    private void add(int index, String id, String name, String arguments) {
        add(OptionalInt.of(index), id, name, arguments);
    }

    private void add(OptionalInt index, String id, String name, String arguments) {
        assembler.add(index, Optional.of(id), Optional.of(name), arguments);
    }

    private void assertCalls(ToolCall... expected) {
        assertThat(assembler.calls()).containsExactly(expected);
    }

    private static ToolCall call(String id, String name, String arguments) {
        return new ToolCall(Optional.of(id), name, new JsonText(arguments));
    }
}
