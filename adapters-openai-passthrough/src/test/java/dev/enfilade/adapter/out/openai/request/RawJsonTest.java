package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import com.openai.core.JsonArray;
import com.openai.core.JsonNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RawJsonTest {

    private static final String ODD = "{ \"b\" : 1.10, \"a\":[1e400], \"b\":\"\\u00e9\" }";

    @Test
    void textPassesLetterForLetterAtEveryDepth() {
        assertThat(Asked.wire(RawJson.of(ODD))).isEqualTo(ODD);
        assertThat(Asked.wire(JsonArray.of(List.of(RawJson.of(ODD))))).isEqualTo("[" + ODD + "]");
    }

    @Test
    void textPassesAlsoWhereTypesAreWritten() throws JsonProcessingException {
        JsonMapper typing = JsonMapper.builder()
                .activateDefaultTyping(LaissezFaireSubTypeValidator.instance, DefaultTyping.NON_FINAL)
                .build();
        Number raw = ((JsonNumber) RawJson.of(ODD)).value();
        assertThat(typing.writerFor(Number.class).writeValueAsString(raw)).isEqualTo(ODD);
    }

    @Test
    void itIsNoNumber() {
        Number number = ((JsonNumber) RawJson.of(ODD)).value();
        assertThat(number.doubleValue()).isNaN();
        assertThat(number.floatValue()).isNaN();
        assertThat(number.longValue()).isZero();
        assertThat(number.intValue()).isZero();
        assertThat(number).hasToString(ODD);
    }
}
