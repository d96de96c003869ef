package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final String TWO = "{\"models\":[{\"name\":\"a\"},{\"name\":\"b\",\"size\":2}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /models/*/name   | "text"
                    /models/1/size   | "pos"
                    /models/last/size| {"is":2}
                    /models/*/size   | "pos?"
                    /models/*/digest | "absent"
                    /models          | "list"
                    /none/deeper     | "absent"
                    """)
    void isContentWithWhatItNeeds(String place, String need) throws JsonProcessingException {
        assertThat(reading(place, need).differences(Json.read(TWO))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /models/*/name   | "pos"        | /models/0/name: expected pos, got "a"
                    /models/*/size   | "pos"        | /models/0/size: expected pos, got nothing
                    /models/2/name   | "text"       | /models/2: expected text, got nothing
                    /models/last/size| {"is":3}     | /models/last/size: expected 3, got 2
                    /models/*/size   | "text?"      | /models/1/size: expected text, got 2
                    /models/*/size   | "absent"     | /models/1/size: expected nothing, got 2
                    /models/*/name/* | "text"       | /models/0/name: expected a list with elements, got "a"
                    /none            | "any"        | /none: expected any, got nothing
                    """)
    void tellsWhatItMisses(String place, String need, String first) throws JsonProcessingException {
        assertThat(reading(place, need).differences(Json.read(TWO)).getFirst()).hasToString(first);
    }

    @Test
    void emptyListIsNotEveryElement() throws JsonProcessingException {
        assertThat(reading("/models/*/name", "\"text\"").differences(Json.read("{\"models\":[]}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"optional\"", "\"odd\"", "{}"})
    void unknownNeedIsRefused(String need) {
        assertThatThrownBy(() -> reading("/a", need)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eventsAreReadUpToTheirUsualEnd() throws JsonProcessingException {
        ReadBody events = new ReadBody(ReadBody.Form.EVENTS, List.of(reading("/last/a", "{\"is\":2}")));

        assertThat(events.differences(events.json("data: {\"a\":1}\n\n: x\n\ndata: {\"a\":2}\n\ndata: [DONE]\n\n")))
                .isEmpty();
        assertThatThrownBy(() -> events.json("data: {\"a\":2}\n\n")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void linesAndValuesAreRead() throws JsonProcessingException {
        ReadBody lines = new ReadBody(ReadBody.Form.LINES, List.of(reading("/1/a", "{\"is\":2}")));
        ReadBody value = new ReadBody(ReadBody.Form.VALUE, List.of(reading("/a", "{\"is\":2}")));

        assertThat(lines.differences(lines.json("{\"a\":1}\n{\"a\":2}\n"))).isEmpty();
        assertThat(value.differences(value.json("{\"a\":1}"))).hasSize(1);
        assertThatThrownBy(() -> lines.json("{\"a\":1}")).isInstanceOf(JsonProcessingException.class);
    }

    private static Reading reading(String place, String need) throws JsonProcessingException {
        return Reading.parse(place, Json.read(need));
    }
}
