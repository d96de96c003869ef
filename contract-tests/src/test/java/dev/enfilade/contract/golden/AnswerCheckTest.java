package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {

    private static final Header JSON = new Header("Content-Type", "application/json");

    @Test
    void answerAsRecordedHasNoDifference() throws JsonProcessingException {
        assertThat(differences(value("{\"a\":1}"), answer(200, JSON, "{\"a\":1}")))
                .isEmpty();
        assertThat(differences(value("{\"a\":1}"), answer(201, JSON, "{ \"a\": 1 }")))
                .isEmpty();
        assertThat(differences(lines("[1,2]"), answer(200, JSON, "1\n2\n"))).isEmpty();
        assertThat(differences(new GoldenResponse.Body.Text("x\u2028"), answer(200, JSON, "x\u2028")))
                .isEmpty();
    }

    @Test
    void statusCounts() throws JsonProcessingException {
        assertThat(differences(value("1"), answer(202, JSON, "1")))
                .singleElement()
                .extracting(Difference::where)
                .isEqualTo("status");
    }

    @Test
    void listedHeaderCounts() throws JsonProcessingException {
        Header other = new Header("Content-Type", "application/json; charset=utf-8");

        assertThat(differences(value("1"), answer(200, other, "1")))
                .hasToString("[header Content-Type: expected application/json, got " + other.value() + "]");
        assertThat(differences(value("1"), answer(200, new Header("X", "y"), "1")))
                .hasToString("[header Content-Type: expected application/json, got nothing]");
    }

    @Test
    void brokenMessageCounts() throws JsonProcessingException {
        Answer broken = new Answer(200, new Headers(List.of(JSON)), Octets.ofUtf8("1"), Optional.of("cut"));

        assertThat(differences(value("1"), broken)).hasToString("[framing: expected a whole message, got cut]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1}x", "{\"a\":1,\"a\":1}", "{\"a\":2}"})
    void bodyMustBeTheOneValue(String body) throws JsonProcessingException {
        assertThat(differences(value("{\"a\":1}"), answer(200, JSON, body))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1\n2", "1\n2\n3", "1\n\n2\n", "1\n2\n\n", "1 2\n", "1\n", "1\n2\n3\n", "1\n3\n"})
    void linesMustBeTheRecordedOnesEachWithItsLineFeed(String body) throws JsonProcessingException {
        assertThat(differences(lines("[1,2]"), answer(200, JSON, body))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void rawLineSeparatorInJsonIsFound(String separator) throws JsonProcessingException {
        GoldenResponse.Body recorded = value("\"" + separator + "\"");

        assertThat(differences(recorded, answer(200, JSON, "\"" + separator + "\"")))
                .hasSize(1);
        assertThat(differences(recorded, answer(200, JSON, "\"\\u%04x\"".formatted((int) separator.charAt(0)))))
                .isEmpty();
    }

    @Test
    void malformedUtf8IsFound() throws JsonProcessingException {
        Answer malformed = new Answer(
                200, new Headers(List.of(JSON)), Octets.of(new byte[] {'"', (byte) 0xff, '"'}), Optional.empty());

        assertThat(differences(value("\"\ufffd\""), malformed)).hasSize(1);
    }

    private static List<Difference> differences(GoldenResponse.Body body, Answer answer) {
        GoldenResponse recorded = new GoldenResponse(Set.of(200, 201), new Headers(List.of(JSON)), body);
        return new AnswerCheck(recorded, new Masks(List.of())).differences(answer);
    }

    private static GoldenResponse.Body value(String json) throws JsonProcessingException {
        return new GoldenResponse.Body.JsonValue(Json.read(json));
    }

    private static GoldenResponse.Body lines(String json) throws JsonProcessingException {
        return new GoldenResponse.Body.JsonLines(Json.read(json));
    }

    private static Answer answer(int status, Header header, String body) {
        return new Answer(status, new Headers(List.of(header)), Octets.ofUtf8(body), Optional.empty());
    }
}
