package dev.enfilade.adapter.in.ollama.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.failure.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoReaderTest {

    /** A Go struct of a string, a flag that may be unset, numbers, a map and an inner struct. */
    private static final class Thing {
        private String name = "none";
        private Optional<Boolean> flag = Optional.of(true);
        private List<Long> numbers = List.of(9L);
        private Map<String, JsonText> options = Map.of();
        private String inner = "";

        static Thing read(GoReader in) {
            Thing thing = new Thing();
            in.struct("api.Thing", member -> thing.member(in, member));
            return thing;
        }

        private void member(GoReader in, String member) {
            switch (member) {
                case "name" -> name = in.string(name);
                case "flag" -> flag = in.optionalFlag(flag);
                case "numbers" -> numbers = in.list("[]int", numbers, number -> number.integer(0));
                case "options" -> options = in.map(options);
                case "pass", "key" -> inner = in.string(inner);
                case "inner" -> in.struct("api.Inner", nested -> inner(in, nested));
                case "own" -> in.own(() -> in.struct("api.Own", nested -> inner(in, nested)));
                default -> {
                    // skipped
                }
            }
        }

        private void inner(GoReader in, String member) {
            if (member.equals("text")) {
                inner = in.string(inner);
            }
        }
    }

    @Test
    void namesMatchInAnyCaseAndOthersAreSkipped() {
        Thing thing = read(
                "{\"x\":[{\"name\":1}],\"NAME\":\"a\",\"y\":\"\\\"\",\"İnner\":1,\"INNER\":{\"Text\":\"b\",\"z\":{}}}");

        assertThat(thing.name).isEqualTo("a");
        assertThat(thing.inner).isEqualTo("b");
    }

    @Test
    void theLongSAndTheKelvinSignMatchTheirLettersAsInGo() {
        assertThat(read("{\"number\u017F\":[1]}").numbers).containsExactly(1L);
        assertThat(read("{\"\u212Aey\":\"k\"}").inner).isEqualTo("k");
    }

    /** Each text is bytes, one per character. */
    @ParameterizedTest
    @CsvSource({
        "a\u00FFb, a\uFFFDb",
        "\u00E2\u0082, \uFFFD\uFFFD",
        "\u00E2\u0082\u00E9, \uFFFD\uFFFD\uFFFD",
        "\u00ED\u00A0\u0080x, \uFFFD\uFFFD\uFFFDx",
        "\u00F0\u009F\u0098\\n\u00C3\u00A9, '\uFFFD\uFFFD\uFFFD\n\u00E9'",
        "\u00C0\u00AF\u00F8\u0080, \uFFFD\uFFFD\uFFFD\uFFFD",
        "\u00EF\u00BF\u00BD\u00E4\u00BD\u00A0\u00F0\u009F\u0098\u0080\u0080, \uFFFD\u4F60\uD83D\uDE00\uFFFD"
    })
    void everyByteThatIsNoCharacterIsReplacedAsInGo(String bytes, String text) {
        byte[] body = ("{\"name\":\"" + bytes + "\"}").getBytes(ISO_8859_1);

        assertThat(GoReader.read(body, Thing::read).name).isEqualTo(text);
    }

    @Test
    void oneLetterNeverMatchesTwo() {
        assertThat(read("{\"pa\u00DF\":\"x\"}").inner).isEmpty();
    }

    @Test
    void theLastOfEqualMembersWinsAndMapsGrow() {
        Thing thing = read("{\"name\":\"a\",\"options\":{\"a\":1,\"b\":2},\"Name\":\"b\",\"options\":{\"b\":3}}");

        assertThat(thing.name).isEqualTo("b");
        assertThat(thing.options).isEqualTo(Map.of("a", new JsonText("1"), "b", new JsonText("3")));
    }

    @Test
    void nullLeavesTextAloneAndEmptiesTheRest() {
        Thing thing = read("{\"name\":null,\"flag\":null,\"numbers\":null,\"options\":null,\"inner\":null}");

        assertThat(thing.name).isEqualTo("none");
        assertThat(thing.flag).isEmpty();
        assertThat(thing.numbers).isEmpty();
        assertThat(read("null").name).isEqualTo("none");
    }

    @Test
    void valuesKeepTheirSpelling() {
        Map<String, JsonText> options = read("{\"options\":{\"a\": [1.50, {\"z\" :1e2}] ,\"b\":-0}}").options;

        assertThat(options.get("a")).isEqualTo(new JsonText("[1.50, {\"z\" :1e2}]"));
        assertThat(options.get("b")).isEqualTo(new JsonText("-0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\\u00e9\\n\\t\\\\\\/\\\"\\b\\f\\r | `aé\n\t\\/\"\b\f\r`",
                "\\ud83d\\ude00! | 😀!",
                "\\ud83d\\ude00 | 😀",
                "\\ud83d\\u00e9! | \uFFFDé!",
                "x\\udbff\\udfff\\udfff | x\uDBFF\uDFFF\uFFFD",
                "\\u007f\\u0080\\u07ff\\u0800\\uffff\\ud800\\udc00 | \u007F\u0080\u07FF\u0800\uFFFF\uD800\uDC00",
                "\\ud83d | \uFFFD",
                "\\ud83dx\\ude00 | \uFFFDx\uFFFD",
                "\\ud83d\\u0041 | \uFFFDA",
                "größer | größer",
            })
    void stringsAreDecoded(String json, String text) {
        assertThat(read("{\"name\":\"" + json + "\"}").name).isEqualTo(text);
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() {
        byte[] body = "{\"name\":\"a?b\"}".getBytes(UTF_8);
        body[10] = (byte) 0xff;

        assertThat(GoReader.read(body, Thing::read).name).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                        | array into Go value of type api.Thing",
                "\"x\"                     | string into Go value of type api.Thing",
                "1                         | number into Go value of type api.Thing",
                "true                      | bool into Go value of type api.Thing",
                "{\"name\":1.5}            | number into Go struct field Thing.name of type string",
                "{\"NAME\":{}}             | object into Go struct field Thing.name of type string",
                "{\"name\":[\"a\"]}        | array into Go struct field Thing.name of type string",
                "{\"name\":false}          | bool into Go struct field Thing.name of type string",
                "{\"flag\":\"true\"}       | string into Go struct field Thing.flag of type bool",
                "{\"numbers\":1}           | number into Go struct field Thing.numbers of type []int",
                "{\"numbers\":[1,\"a\",true]} | string into Go struct field Thing.numbers of type int",
                "{\"numbers\":[2.0]}       | number 2.0 into Go struct field Thing.numbers of type int",
                "{\"numbers\":[1e2]}       | number 1e2 into Go struct field Thing.numbers of type int",
                "{\"numbers\":[9223372036854775808]} | number 9223372036854775808 into Go struct field Thing.numbers of type int",
                "{\"options\":[]}          | array into Go struct field Thing.options of type map[string]interface {}",
                "{\"options\":{\"a\":[{\"b\":1e999}]}} | number 1e999 into Go struct field Thing.options of type float64",
                "{\"options\":{\"a\":-1E400}} | number -1E400 into Go struct field Thing.options of type float64",
                "{\"inner\":1}             | number into Go struct field Thing.inner of type api.Inner",
                "{\"inner\":{\"text\":1}}  | number into Go struct field Inner.inner.text of type string",
                "{\"own\":[]}              | array into Go struct field Thing.own of type api.Own",
                "{\"own\":{\"text\":1}}    | number into Go struct field Thing.own.text of type string",
            })
    void aWrongTypeIsToldInGosWords(String json, String fault) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(FailureException.class)
                .hasMessage("json: cannot unmarshal " + fault);
    }

    @Test
    void theFirstOfSeveralFaultsIsTold() {
        assertThatThrownBy(() -> read("{\"flag\":1,\"name\":2}")).hasMessageContaining("Thing.flag");
    }

    @Test
    void butOneOfATypeWithItsOwnDecoderEndsTheReading() {
        assertThatThrownBy(() -> read("{\"flag\":1,\"own\":{\"text\":2},\"name\":3}"))
                .hasMessageContaining("Thing.own.text");
        assertThatThrownBy(() -> read("{\"flag\":1,\"own\":{}}")).hasMessageContaining("Thing.flag");
    }

    @Test
    void bytesAreBase64OrNumbers() {
        Function<GoReader, String> bytes = in -> in.base64("x.Bytes");

        assertThat(GoReader.read("\"AA\\n==\"".getBytes(UTF_8), bytes)).isEqualTo("AA==");
        assertThat(GoReader.read("\"AA\\r==\"".getBytes(UTF_8), bytes)).isEqualTo("AA==");
        assertThat(GoReader.read("\"\\nAA==\"".getBytes(UTF_8), bytes)).isEqualTo("AA==");
        assertThat(GoReader.read("[0,255]".getBytes(UTF_8), bytes)).isEqualTo("AP8=");
        assertThatThrownBy(() -> GoReader.read("[256]".getBytes(UTF_8), bytes))
                .hasMessage("json: cannot unmarshal number 256 into Go value of type uint8");
        assertThatThrownBy(() -> GoReader.read("[-1]".getBytes(UTF_8), bytes))
                .hasMessage("json: cannot unmarshal number -1 into Go value of type uint8");
        assertThatThrownBy(() -> GoReader.read("1".getBytes(UTF_8), bytes))
                .hasMessage("json: cannot unmarshal number into Go value of type x.Bytes");
    }

    @Test
    void faultsOfSyntaxComeFirst() {
        assertThatThrownBy(() -> read("{\"name\":1,}")).hasMessageContaining("object key string");
    }

    @Test
    void aNumberIsBeyondADoubleByItsDigitsAlone() {
        String fits = "9".repeat(308);
        String beyond = "9".repeat(309);

        assertThat(read("{\"options\":{\"a\":" + fits + "}}").options).containsEntry("a", new JsonText(fits));
        assertThatThrownBy(() -> read("{\"options\":{\"a\":" + beyond + "}}"))
                .hasMessageContaining("number " + beyond + " into Go struct field Thing.options of type float64");
    }

    @Test
    void longTextIsDecodedWhole() {
        String text = "x".repeat(2_000);

        assertThat(read("{\"name\":\"\\n" + text + "\\t" + text + "\"}").name).isEqualTo("\n" + text + "\t" + text);
    }

    @Test
    void numbersBeyondADoubleDoNotMatterWhereNobodyReads() {
        assertThat(read("{\"unknown\":1e999,\"name\":\"a\"}").name).isEqualTo("a");
    }

    @Test
    void ofALongListOnlyTheBeginningIsKeptButAllIsChecked() {
        Function<GoReader, List<Long>> two = in -> in.list("[]int", List.of(), n -> n.integer(0), 2);

        assertThat(GoReader.read("[1,2,3]".getBytes(UTF_8), two)).containsExactly(1L, 2L);
        assertThatThrownBy(() -> GoReader.read("[1,2,3,\"x\"]".getBytes(UTF_8), two))
                .hasMessageContaining("string into Go value of type int");
    }

    @Test
    void aSourceIsWhatStandsInTheBody() {
        JsonText source = GoReader.read(
                "[ {\"b\" : 1.0,\"a\":[ ]} ]".getBytes(UTF_8),
                in -> in.list("[]x", List.of(), element -> element.source(() -> element.struct("api.X", name -> {})))
                        .getFirst());

        assertThat(source.raw()).isEqualTo("{\"b\" : 1.0,\"a\":[ ]}");
    }

    private static Thing read(String json) {
        return GoReader.read(json.getBytes(UTF_8), Thing::read);
    }
}
