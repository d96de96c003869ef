package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    time       | "2026-11-21T08:51:18.089723075Z"
                    time       | "2026-11-21T08:51:18+02:00"
                    time-utc   | "2026-11-21T08:51:18Z"
                    int        | -3
                    pos        | 1
                    number     | 0.5
                    string     | ""
                    text       | "x"
                    ends: plus | "surplus"
                    ints       | [1, 2]
                    list       | ["x"]
                    array      | []
                    object     | {}
                    any        | null
                    hex64      | "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                    lacks: a,b | ["c"]
                    lacks:     | ["c"]
                    has: a,b   | ["b", "c", "a"]
                    """)
    void acceptsWhatItAsksFor(String rule, String live) throws JsonProcessingException {
        assertThat(accepts(rule, live)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    time       | "2026-11-21 08:51:18Z"
                    time       | "2026-11-21T08:51Z"
                    time       | "2026-02-30T08:51:18Z"
                    time       | 1767225600
                    time-utc   | "2026-11-21T08:51:18+00:00"
                    int        | 1.0
                    int        | "1"
                    pos        | 0
                    pos        | -1
                    pos        | 1.5
                    number     | "1"
                    string     | 1
                    text       | ""
                    text       | 1
                    ends: plus | "surplus "
                    ends: plus | 1
                    ints       | []
                    ints       | [1, 2.5]
                    ints       | 1
                    list       | []
                    list       | {"a":1}
                    array      | {}
                    object     | []
                    hex64      | "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef"
                    hex64      | "0123456789abcdef"
                    lacks: a,b | ["c", "b"]
                    lacks:     | "c"
                    has: a,b   | ["b", "c"]
                    has: a     | "a"
                    """)
    void refusesAnythingElse(String rule, String live) throws JsonProcessingException {
        assertThat(accepts(rule, live)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void leewayIsReadByItsName(Leeway leeway) {
        assertThat(MaskRule.parse(leeway.toString())).isEqualTo(leeway);
    }

    @Test
    void everyKindOfValueIsReadByItsName() {
        assertThat(Arrays.stream(ValueKind.values()).map(kind -> MaskRule.parse(kind.toString())))
                .containsExactly(ValueKind.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "positive", "POS", "pos: 3"})
    void unknownRuleIsRefused(String rule) {
        assertThatThrownBy(() -> MaskRule.parse(rule)).hasMessageContaining("unknown kind of mask");
    }

    private static boolean accepts(String rule, String live) throws JsonProcessingException {
        return ((ValueRule) MaskRule.parse(rule)).accepts(Json.read(live));
    }
}
