package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "1 2", "{\"a\":1,\"a\":1}", "NaN", "01", "'a'"})
    void textThatIsNotOneJsonValueIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void numbersAndOrderSurviveReadingAndWriting() throws JsonProcessingException {
        String text = "{\"b\":0.10,\"a\":[12345678901234567890,1E+3],\"c\":7.0}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }
}
