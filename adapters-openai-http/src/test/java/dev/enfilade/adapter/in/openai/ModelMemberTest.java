package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.failure.FailureException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelMemberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"model\":\"a\"} | {\"model\":\"new\"}",
                "{ \"x\" : 1.50 , \"model\" :  \"a\\u0062\" } | { \"x\" : 1.50 , \"model\" :  \"new\" }",
                "{\"messages\":[{\"model\":\"inner\"}],\"model\":\"é\",\"z\":\"☃\"} | {\"messages\":[{\"model\":\"inner\"}],\"model\":\"new\",\"z\":\"☃\"}",
                "{\"z\":\"☃é\",\"model\":\"a\",\"y\":{\"model\":\"b\"}} | {\"z\":\"☃é\",\"model\":\"new\",\"y\":{\"model\":\"b\"}}",
                "{\"model\":\"a\",\"model\":\"b\"} | {\"model\":\"new\",\"model\":\"new\"}",
                "{\"model\":1,\"stream\":true} | {\"model\":1,\"stream\":true}",
            })
    void onlyTheValueOfTheTopLevelModelChanges(String body, String expected) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(new String(ModelMember.in(bytes).replaced(bytes, "new"), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @Test
    void theLastModelCountsAsBackendsReadIt() {
        assertThat(ModelMember.in(utf8("{\"model\":\"a\",\"model\":\"b\"}")).value())
                .hasValue("b");
    }

    @Test
    void aNameIsEscapedWhereJsonDemandsIt() {
        byte[] bytes = utf8("{\"model\":\"a\"}");

        assertThat(new String(ModelMember.in(bytes).replaced(bytes, "q\"\\\n"), StandardCharsets.UTF_8))
                .isEqualTo("{\"model\":\"q\\\"\\\\\\n\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{\"model\":\"a\"",
                "{\"model\":\"a\"}x",
                "{} {}",
                "{'model':'a'}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "// c\n{}",
                "\uFEFF{}"
            })
    void anythingButOneJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> ModelMember.in(utf8(body)))
                .isInstanceOf(FailureException.class)
                .hasMessage("invalid JSON in request body");
    }

    @Test
    void otherEncodingsAreRefusedThoughAParserMightGuessThem() {
        assertThatThrownBy(() -> ModelMember.in("{\"model\":\"a\"}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(FailureException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
