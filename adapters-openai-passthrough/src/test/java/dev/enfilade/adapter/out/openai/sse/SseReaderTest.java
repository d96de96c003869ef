package dev.enfilade.adapter.out.openai.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SseReaderTest {

    private static final int LIMIT = 4 << 20;

    /** The cases of the web platform tests for the format, in our own words; events are written as name=data. */
    static Stream<Arguments> formats() {
        return Stream.of(
                arguments("one event", "data: a\n\n", List.of("=a")),
                arguments("byte order mark at the start", "\uFEFFdata: a\n\ndata: b\n\n", List.of("=a", "=b")),
                arguments("second mark is no mark", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", List.of("=b")),
                arguments(
                        "mark in the middle is no mark",
                        "data: a\n\n\uFEFFdata: b\n\ndata: c\n\n",
                        List.of("=a", "=c")),
                arguments("mark in the data is data", "data: \uFEFFa\n\n", List.of("=\uFEFFa")),
                arguments("comments", "data:1\n:\0\n:\ndata:2\n:xxx\ndata:3\n\n", List.of("=1\n2\n3")),
                arguments("comment alone", ": OPENROUTER PROCESSING\n\n:\n\ndata: a\n\n", List.of("=a")),
                arguments("no blank line at the end", "retry:1000\ndata:a\n\nid:test\ndata:b", List.of("=a")),
                arguments("one line feed at the end", "data:a\n\ndata:b\n", List.of("=a")),
                arguments("data without value", "data:\n\ndata\ndata\n\ndata:test\n\n", List.of("=", "=\n", "=test")),
                arguments("name", "event:test\ndata:a\n\ndata:b\n\n", List.of("test=a", "=b")),
                arguments("empty name", "event: \ndata:a\n\n", List.of("=a")),
                arguments("last name holds", "event:a\ndata:x\nevent:b\n\n", List.of("b=x")),
                arguments("name without data is dropped", "event:a\n\ndata:x\n\n", List.of("=x")),
                arguments("id", "id: 1\ndata: a\n\nid\ndata: b\n\nid: \0\ndata: c\n\n", List.of("=a", "=b", "=c")),
                arguments("retry", "retry: 1\ndata: a\n\nretry: x\nretry\ndata: b\n\n", List.of("=a", "=b")),
                arguments(
                        "field parsing",
                        "data:\0\n"
                                + "data:  2\r"
                                + "Data:1\n"
                                + "data\0:2\n"
                                + "data:1\r"
                                + "\0data:4\n"
                                + "da-ta:3\r"
                                + "data_5\n"
                                + "data:3\r"
                                + "data:\r\n"
                                + " data:32\n"
                                + "data:4\n\n",
                        List.of("=\0\n 2\n1\n3\n\n4")),
                arguments(
                        "unknown field",
                        "data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndata:test\n\n",
                        List.of("=test\n\ntest")),
                arguments("one leading space", "data:\ttest\rdata: \ndata:test\n\n", List.of("=\ttest\n\ntest")),
                arguments("two leading spaces", "data:  a\n\n", List.of("= a")),
                arguments("line ends", "data:test\r\ndata\ndata:test\r\n\r", List.of("=test\n\ntest")),
                arguments("only carriage returns", "data:a\rdata:b\r\rdata:c\r\r", List.of("=a\nb", "=c")),
                arguments(
                        "line ends mixed",
                        "data:a\r\n\ndata:b\n\r\ndata:c\r\r\ndata:d\n\n",
                        List.of("=a", "=b", "=c", "=d")),
                arguments("null characters", "data:\0\n\n\n\n", List.of("=\0")),
                arguments("utf-8", "data:ok…\uD83D\uDE00\n\n", List.of("=ok…\uD83D\uDE00")),
                arguments("colons in the data", "data: a:b: c\n\n", List.of("=a:b: c")),
                arguments("nothing", "", List.of()),
                arguments("blank lines", "\n\r\n\r\n\n", List.of()),
                arguments(
                        "error field of llama.cpp",
                        "data: a\n\nerror: {\"code\":500}\n\n",
                        List.of("=a", "error={\"code\":500}")),
                arguments("bare object", "{\"error\":\"a\"}", List.of("={\"error\":\"a\"}")),
                arguments("bare object and line feed", "\uFEFF\n{\"error\":\"a\"}\n", List.of("={\"error\":\"a\"}")),
                arguments(
                        "bare object between events",
                        "data: a\n\n{\"error\":\"b\"}\r\ndata: c\n\n",
                        List.of("=a", "={\"error\":\"b\"}", "=c")),
                arguments(
                        "bare object of many lines",
                        "{\n  \"error\": {\r\n    \"data\": 1\n  }\n}\n\ndata: c\n\n{\n}",
                        List.of("={\n  \"error\": {\n    \"data\": 1\n  }\n}", "=c", "={\n}")),
                arguments("object within a bare one", "{\"a\":\n{}\n}\n\n", List.of("={\"a\":\n{}\n}")),
                arguments("object behind data", "data: a\n{}\n\n", List.of("=a")),
                arguments("empty data", "data:\n\ndata: \n\n", List.of("=", "=")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void formatIsReadAsTheStandardSays(String what, String stream, List<String> events) {
        assertThat(read(slices(stream.getBytes(UTF_8)))).isEqualTo(events);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void formatIsReadTheSameOneByteAtATime(String what, String stream, List<String> events) {
        byte[] bytes = stream.getBytes(UTF_8);
        byte[][] single = new byte[bytes.length][];
        Arrays.setAll(single, at -> new byte[] {bytes[at]});
        assertThat(read(slices(single))).isEqualTo(events);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void formatIsReadTheSameHoweverTwoReadsSplitIt(String what, String stream, List<String> events) {
        byte[] bytes = stream.getBytes(UTF_8);
        for (int at = 1; at < bytes.length; at++) {
            List<String> read = read(slices(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length)));
            assertThat(read).as("split at " + at).isEqualTo(events);
        }
    }

    @Test
    void manyEventsInOneReadAreAllGiven() {
        String stream = "data: abc\n\n".repeat(10_000);
        assertThat(read(slices(stream.getBytes(UTF_8)))).hasSize(10_000).containsOnly("=abc");
    }

    @Test
    void eventLargerThanTheBufferIsWholeHoweverItArrives() {
        String line = "x".repeat(5_000);
        byte[] bytes = ("data: " + line + "\ndata: " + line + "\n\ndata: after\n\n").getBytes(UTF_8);
        for (int size : new int[] {1, 7, 4095, 4096, 4097, bytes.length}) {
            assertThat(read(slices(pieces(bytes, size)))).containsExactly("=" + line + "\n" + line, "=after");
        }
    }

    @Test
    void carriageReturnEndsTheEventBeforeTheNextByteIsThere() {
        SlicedBytes bytes = slices(bytes("data: a\r\n\r"), bytes("\ndata: b\n\n"));
        SseReader reader = new SseReader(bytes);
        assertThat(requireNonNull(reader.next()).text()).isEqualTo("a");
        assertThat(bytes.reads()).isEqualTo(1);
        assertThat(requireNonNull(reader.next()).text()).isEqualTo("b");
    }

    @Test
    void bareObjectLargerThanTheBufferIsWholeHoweverItArrives() {
        String object = "{\n" + "  \"a\": 1,\n".repeat(1_000) + "  \"b\": 2\n}";
        for (int size : new int[] {1, 7, 100, 2_047, 2_048, 2_049}) {
            byte[] bytes = object.getBytes(UTF_8);
            byte[][] slices = new byte[(bytes.length + size - 1) / size][];
            Arrays.setAll(slices, at -> Arrays.copyOfRange(bytes, at * size, Math.min(bytes.length, (at + 1) * size)));
            assertThat(read(slices(slices))).as("in slices of " + size).containsExactly("=" + object);
        }
    }

    @Test
    void lineOfTheLimitPassesAndOneByteMoreDoesNot() {
        String prefix = "data:";
        String longest = "x".repeat(LIMIT - prefix.length());
        assertThat(read(slices(bytes(prefix + longest + "\n\n")))).containsExactly("=" + longest);
        assertTooBig(bytes(prefix + longest + "x\n\n"));
    }

    @Test
    void endlessLineIsRefusedAtTheLimit() {
        EndlessBytes bytes = new EndlessBytes();
        assertThatThrownBy(new SseReader(bytes)::next).isInstanceOf(FailureException.class);
        assertThat(bytes.given()).isBetween(LIMIT, LIMIT + 100_000);
    }

    @Test
    void manyLinesThatMakeOneEventTooBigAreRefused() {
        assertTooBig(bytes(("data: " + "x".repeat(1_000) + "\n").repeat(LIMIT / 1_000 + 1) + "\n"));
    }

    @Test
    void manyCommentsBeforeAnEventTakeNoRoom() {
        String comments = (":" + "x".repeat(1_000) + "\n").repeat(LIMIT / 1_000 + 1);
        assertThat(read(slices(pieces(bytes("data: a\n" + comments + "data: b\n\n"), 2_048))))
                .containsExactly("=a\nb");
    }

    @Test
    void onlyEventsAreTold() {
        AtomicInteger told = new AtomicInteger();
        SseReader reader = new SseReader(
                slices(bytes(": ping\n\ndata: a\n\n: ping\n\nevent: x\n\ndata: b\n\ndata: c\n")),
                told::incrementAndGet);
        while (reader.next() != null) {}
        assertThat(told).hasValue(2);
    }

    @Test
    void closingClosesTheBytes() {
        SlicedBytes bytes = new SlicedBytes(List.of());
        new SseReader(bytes).close();
        assertThat(bytes.closed()).isTrue();
    }

    private static void assertTooBig(byte[] stream) {
        assertThatThrownBy(() -> read(slices(pieces(stream, 65_536))))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        thrown -> assertThat(thrown.failure()).isEqualTo(new Broken(Flaw.TOO_BIG)));
    }

    private static SlicedBytes slices(byte[]... slices) {
        return new SlicedBytes(List.of(slices));
    }

    private static byte[][] pieces(byte[] bytes, int size) {
        byte[][] pieces = new byte[(bytes.length + size - 1) / size][];
        Arrays.setAll(pieces, at -> Arrays.copyOfRange(bytes, at * size, Math.min(bytes.length, at * size + size)));
        return pieces;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> read(SlicedBytes bytes) {
        List<String> events = new ArrayList<>();
        SseReader reader = new SseReader(bytes);
        for (SseEvent event = reader.next(); event != null; event = reader.next()) {
            events.add(event.name() + "=" + event.text());
        }
        return events;
    }
}
