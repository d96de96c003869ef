package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row: the recorded value, the live one, and masks as {@code pointer is} with a semicolon between them. */
class JsonComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1,"b":[true,null]} | {"a":1,"b":[true,null]} | ''
                    "<"                     | "\\u003c"               | ''
                    0.50                    | 0.5                     | ''
                    {"a":1,"b":2}           | {"a":9,"b":2}           | /a pos
                    {"a":"x"}               | {"a":1}                 | /a any
                    {"a":1,"b":2}           | {"b":2}                 | /a optional
                    {"b":2}                 | {"a":1,"b":2}           | /a optional
                    {"a":1}                 | {"a":7}                 | /a optional; /a pos
                    {"a":1}                 | {"a":1,"z":2}           | '/ extra'
                    {"a":1,"b":2}           | {"b":2,"a":1}           | '/ keys-unordered'
                    {"a":1,"b":2}           | {"a":1,"x":0,"b":2}     | '/ extra'
                    {"v":[1,2]}             | {"v":[2,1]}             | /v unordered
                    {"v":[1]}               | {"v":[2,1]}             | /v superset
                    {"v":["a"]}             | {"v":["b","a"]}         | /v superset; /v lacks: c
                    {"v":0.1}               | {"v":0.100000001}       | /v near
                    {"v":{"w":[1,{"x":2}]}} | {"v":{"w":[1,{"x":2}]}} | /v/** near
                    {"v":1}                 | {"v":1.0}               | /v near
                    {"m":[]}                | {"m":[{"n":3}]}         | /m superset; /m/*/n pos
                    """)
    void isTheSame(String recorded, String live, String masks) throws JsonProcessingException {
        assertThat(compare(recorded, live, masks)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1}       | {"a":2}         | ''                       | /a: expected 1, got 2
                    {"a":1}       | {"a":1.0}       | ''                       | /a: expected 1, got 1.0
                    {"a":1000}    | {"a":1e3}       | ''                       | /a: expected 1000, got 1E+3
                    {"a":1}       | {"a":"1"}       | ''                       | /a: expected 1, got "1"
                    {"a":null}    | {"a":false}     | ''                       | /a: expected null, got false
                    {"a":1}       | {}              | ''                       | /a: expected 1, got nothing
                    {}            | {"a":1}         | ''                       | /a: expected nothing, got 1
                    {"a":{}}      | {"a":{"b":1}}   | '/ extra'                | /a/b: expected nothing, got 1
                    {"a":1,"b":2} | {"b":2,"a":1}   | '/ extra'                | '/: expected members in order [a, b], got [b, a]'
                    [1,2]         | [1]             | ''                       | /1: expected 2, got nothing
                    [1]           | [1,2]           | ''                       | /1: expected nothing, got 2
                    [1,2]         | [2,1]           | ''                       | /0: expected 1, got 2
                    {"a":1}       | {"a":0}         | /a pos                   | /a: expected pos, got 0
                    {"a":1}       | {"a":0}         | /a optional; /a pos      | /a: expected pos, got 0
                    {"a":1}       | {"a":2}         | /a optional              | /a: expected 1, got 2
                    {"a":1}       | {}              | /b optional              | /a: expected 1, got nothing
                    {"v":[1,1]}   | {"v":[1,2]}     | /v unordered             | '/v: expected an element like 1, got [1,2]'
                    {"v":[1]}     | {"v":[1,2]}     | /v unordered             | /v/1: expected nothing, got 2
                    {"v":[1,1]}   | {"v":[1,2]}     | /v superset              | '/v: expected an element like 1, got [1,2]'
                    {"v":["a"]}   | {"v":["a","c"]} | /v superset; /v lacks: c | '/v: expected lacks: c, got ["a","c"]'
                    {"v":["a"]}   | {"v":["b"]}     | /v superset; /v lacks: c | '/v: expected an element like "a", got ["b"]'
                    {"v":0.1}     | {"v":0.1001}    | /v near                  | /v: expected 0.1, got 0.1001
                    {"v":0.1}     | {"v":"0.1"}     | /v near                  | /v: expected 0.1, got "0.1"
                    {"m":[]}      | {"m":[{"n":0}]} | /m superset; /m/*/n pos  | /m/0/n: expected pos, got 0
                    """)
    void isNotTheSame(String recorded, String live, String masks, String first) throws JsonProcessingException {
        assertThat(compare(recorded, live, masks).getFirst()).hasToString(first);
    }

    @Test
    void elementLikeSeveralOthersDoesNotTakeThePlaceOfOneThatIsNot() throws JsonProcessingException {
        String recorded = "{\"v\":[{\"a\":1},{\"a\":1,\"b\":2}]}";
        String live = "{\"v\":[{\"a\":1,\"b\":2},{\"a\":1}]}";

        assertThat(compare(recorded, live, "/v unordered; /v/* extra")).isEmpty();
    }

    @Test
    void contextLengthIsSoughtUnderTheLiveArchitecture() throws JsonProcessingException {
        String recorded = "{\"general.architecture\":\"llama\",\"llama.context_length\":8}";
        String masks = "/ context; /general.architecture text";

        assertThat(compare(recorded, "{\"general.architecture\":\"qwen\",\"qwen.context_length\":8}", masks))
                .isEmpty();
        assertThat(compare(recorded, "{\"general.architecture\":\"qwen\",\"qwen.context_length\":9}", masks))
                .hasToString("[/qwen.context_length: expected 8, got 9]");
        assertThat(compare(recorded, "{\"general.architecture\":\"qwen\",\"llama.context_length\":8}", masks))
                .isNotEmpty();
        assertThat(compare(recorded, "{\"llama.context_length\":8}", masks)).isNotEmpty();
    }

    @Test
    void softMaskForgivesUnlessTheComparisonIsStrict() throws JsonProcessingException {
        Masks masks = new Masks(List.of(new Mask(PointerPattern.parse("/error"), ValueKind.TEXT, true)));

        assertThat(JsonComparison.compare(Json.read("{\"error\":\"a\"}"), Json.read("{\"error\":\"b\"}"), masks))
                .isEmpty();
        assertThat(JsonComparison.compare(
                        Json.read("{\"error\":\"a\"}"), Json.read("{\"error\":\"b\"}"), masks.strict()))
                .hasSize(1);
    }

    private static List<Difference> compare(String recorded, String live, String masks) throws JsonProcessingException {
        return JsonComparison.compare(Json.read(recorded), Json.read(live), masks(masks));
    }

    private static Masks masks(String masks) {
        return new Masks(Arrays.stream(masks.split(";"))
                .map(String::strip)
                .filter(mask -> !mask.isEmpty())
                .map(mask -> mask.split(" ", 2))
                .map(parts -> new Mask(pattern(parts[0]), MaskRule.parse(parts[1]), false))
                .toList());
    }

    private static PointerPattern pattern(String at) {
        return PointerPattern.parse(at.equals("/") ? "" : at);
    }
}
