package dev.enfilade.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"string"}                                       | "hi"
                    {"type":"string","format":"date"}                       | "2025-01-01"
                    {"type":["string","null"]}                              | "hi"
                    {"type":"integer","minimum":7}                          | 7
                    {"type":"number"}                                       | 1
                    {"type":"boolean"}                                      | true
                    {"type":"null"}                                         | null
                    {"enum":["a","b"]}                                      | "a"
                    {"const":3}                                             | 3
                    {"type":"array","default":[]}                           | []
                    {"type":"array","items":{"type":"integer"},"minItems":2}| [1,1]
                    {"anyOf":[{"type":"boolean"},{"type":"null"}]}          | true
                    {}                                                      | {}
                    {"properties":{"a":{"type":"boolean"}}}                 | {"a":true}
                    {"properties":{"a":{},"b":{}},"required":["b"]}         | {"b":{}}
                    {"$ref":"#/$defs/x","$defs":{"x":{"type":"boolean"}}}   | true
                    """)
    void isWhatTheSchemaAllows(String schema, String value) throws JsonProcessingException {
        assertThat(Sample.of(JSON.readTree(schema), "hi")).isEqualTo(JSON.readTree(value));
    }

    @Test
    void schemaThatContainsItselfHasAnEnd() throws JsonProcessingException {
        assertThat(Sample.of(JSON.readTree("{\"properties\":{\"child\":{\"$ref\":\"#\"}}}"), "hi")
                        .isObject())
                .isTrue();
    }
}
