package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.delta;
import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.GenerationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same calls, however they are cut, grouped and marked. */
final class ToolCallChunkingTest {

    private static final List<ToolCall> CALLS = List.of(
            call("call_a", "get_weather", "{\"city\":\"Par}is \\\"\\\\\", \"n\": [1, {\"é\": 2.50}]}"),
            call("call_b", "get_time", "{}"),
            call("call_c", "get_weather", "{\"city\":\"Köln😀\"}"),
            call("call_d", "get_weather", "{\"city\":\"Köln😀\"}"));

    /** What a server puts beside the pieces of the arguments. */
    enum Marks {
        INDEX_THEN_NOTHING(true, true, false),
        INDEX_AND_ALL_EVERY_TIME(true, true, true),
        INDEX_WITHOUT_ID(true, false, true),
        ID_THEN_NOTHING(false, true, false),
        ID_AND_NAME_EVERY_TIME(false, true, true),
        NAME_EVERY_TIME(false, false, true),
        NAME_THEN_NOTHING(false, false, false);

        private final boolean index;
        private final boolean id;
        private final boolean everyTime;

        Marks(boolean index, boolean id, boolean everyTime) {
            this.index = index;
            this.id = id;
            this.everyTime = everyTime;
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsAreTheSameWhereverTheirArgumentsAreCut(Marks marks) {
        int longest = CALLS.getFirst().arguments().raw().length();
        for (int cut = 0; cut <= longest; cut++) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < CALLS.size(); i++) {
                String arguments = CALLS.get(i).arguments().raw();
                int end = Math.min(cut, arguments.length());
                elements.add(element(marks, i, arguments.substring(0, end), true));
                elements.add(element(marks, i, arguments.substring(end), marks.everyTime));
            }
            assertSameCalls(marks, chunks(elements, new Random(cut)), "cut at " + cut);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsAreTheSameInAnyNumberOfPiecesAndEvents(Marks marks) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < CALLS.size(); i++) {
                elements.addAll(pieces(marks, i, random));
            }
            assertSameCalls(marks, chunks(elements, random), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"INDEX_THEN_NOTHING", "INDEX_AND_ALL_EVERY_TIME", "INDEX_WITHOUT_ID", "ID_AND_NAME_EVERY_TIME"})
    void callsWhosePiecesSayWhereTheyBelongMayBeInterleaved(Marks marks) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<List<String>> left = new ArrayList<>(IntStream.range(0, CALLS.size())
                    .mapToObj(i -> pieces(marks, i, random))
                    .toList());
            // Without an index the order of the calls is the order in which they begin.
            List<String> elements = new ArrayList<>();
            left.forEach(pieces -> elements.add(pieces.removeFirst()));
            while (!left.isEmpty()) {
                List<String> next = left.get(random.nextInt(left.size()));
                if (next.isEmpty()) {
                    left.remove(next);
                } else {
                    elements.add(next.removeFirst());
                }
            }
            assertSameCalls(marks, chunks(elements, random), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEX_THEN_NOTHING", "INDEX_AND_ALL_EVERY_TIME", "ID_THEN_NOTHING", "ID_AND_NAME_EVERY_TIME"})
    void namesMayBeCutAnywhereWhereIdsTellCallsApart(Marks marks) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < CALLS.size(); i++) {
                elements.addAll(piecesOfName(marks, i, random));
                String arguments = CALLS.get(i).arguments().raw();
                int cut = random.nextInt(arguments.length());
                elements.add(element(marks, i, arguments.substring(0, cut), marks.everyTime));
                elements.add(element(marks, i, arguments.substring(cut), marks.everyTime));
            }
            assertSameCalls(marks, chunks(elements, random), "seed " + seed);
        }
    }

    private static List<String> piecesOfName(Marks marks, int call, Random random) {
        String rest = CALLS.get(call).name();
        List<String> pieces = new ArrayList<>();
        while (!rest.isEmpty()) {
            int length = 1 + random.nextInt(rest.length());
            pieces.add(element(marks, call, rest.substring(0, length), "", pieces.isEmpty() || marks.everyTime));
            rest = rest.substring(length);
        }
        return pieces;
    }

    private static List<String> pieces(Marks marks, int call, Random random) {
        String rest = CALLS.get(call).arguments().raw();
        List<String> pieces = new ArrayList<>();
        while (pieces.isEmpty() || !rest.isEmpty()) {
            int length = random.nextInt(rest.length() + 1);
            pieces.add(element(marks, call, rest.substring(0, length), pieces.isEmpty() || marks.everyTime));
            rest = rest.substring(length);
        }
        return pieces;
    }

    private static String element(Marks marks, int call, String arguments, boolean marked) {
        return element(marks, call, marked ? CALLS.get(call).name() : "", arguments, marked);
    }

    private static String element(Marks marks, int call, String name, String arguments, boolean withId) {
        StringBuilder element = new StringBuilder("{");
        if (marks.index) {
            element.append("\"index\":").append(call).append(',');
        }
        if (marks.id && withId) {
            element.append("\"id\":\"")
                    .append(CALLS.get(call).id().orElseThrow())
                    .append("\",\"type\":\"function\",");
        }
        element.append("\"function\":{");
        if (!name.isEmpty()) {
            element.append("\"name\":\"").append(name).append("\",");
        }
        return element.append("\"arguments\":")
                .append(quoted(arguments))
                .append("}}")
                .toString();
    }

    /** Halves of a character beyond 16 bits stand in events of their own, so they cannot be UTF-8. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(c > 0x7e || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : (char) c));
        return quoted.append('"').toString();
    }

    /** The elements in events of one to three, with other events between them. */
    private static List<String> chunks(List<String> elements, Random random) {
        List<String> chunks = new ArrayList<>(List.of(delta("\"role\":\"assistant\",\"content\":null")));
        for (int i = 0; i < elements.size(); ) {
            int end = Math.min(elements.size(), i + 1 + random.nextInt(3));
            chunks.add(delta("\"tool_calls\":[" + String.join(",", elements.subList(i, end)) + "]"));
            if (random.nextBoolean()) {
                chunks.add(delta("\"content\":\"\",\"tool_calls\":null"));
            }
            i = end;
        }
        chunks.add(finish(random.nextBoolean() ? "tool_calls" : "stop"));
        return chunks;
    }

    private static void assertSameCalls(Marks marks, List<String> chunks, String description) {
        List<GenerationEvent> events = Decoding.chunks(chunks.toArray(String[]::new));
        assertThat(events).as(description).hasSize(2);
        List<ToolCall> calls = ((GenerationEvent.ToolCalls) events.getFirst()).calls();
        assertThat(calls)
                .as(description)
                .extracting(ToolCall::name, ToolCall::arguments)
                .containsExactlyElementsOf(CALLS.stream()
                        .map(call -> tuple(call.name(), call.arguments()))
                        .toList());
        assertThat(calls).as(description).extracting(ToolCall::id).doesNotHaveDuplicates();
        if (marks.id) {
            assertThat(calls).as(description).isEqualTo(CALLS);
        }
    }

    private static ToolCall call(String id, String name, String arguments) {
        return new ToolCall(Optional.of(id), name, new JsonText(arguments));
    }
}
