package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {

    @Test
    void everyFileIsReadAndNoneIsLost() throws IOException {
        assertThat(Corpus.replayable("")).hasSize(486);
    }

    @Test
    void prefixChooses() throws IOException {
        assertThat(Corpus.replayable("version/"))
                .extracting(Golden::name)
                .containsExactly("version/get", "version/head");
    }

    @Test
    void fileThatIsNotToBeReplayedIsNot() throws IOException {
        assertThat(Corpus.replayable("tags/")).extracting(Golden::name).containsExactly("tags/get", "tags/head");
    }

    @Test
    void everyExclusionNamesAFile() throws IOException {
        Exclusions exclusions = Exclusions.parse(Corpus.text("exclusions.txt"));

        assertThat(new HashSet<>(
                        Corpus.replayable("").stream().map(Golden::name).toList()))
                .containsAll(exclusions.names());
    }

    @ParameterizedTest
    @MethodSource
    void recordedAnswerAgreesWithItself(Golden golden) {
        for (Step step : golden.steps()) {
            GoldenResponse recorded = step.response();
            int status = recorded.statuses().iterator().next();
            Answer answer = new Answer(status, recorded.headers(), body(recorded.body()), Optional.empty());

            assertThat(new AnswerCheck(recorded, step.masks()).differences(answer))
                    .isEmpty();
        }
    }

    static List<Golden> recordedAnswerAgreesWithItself() throws IOException {
        return Corpus.replayable("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"n\",\"about\":\"a\",\"request\":{},\"response\":{}}",
                "{\"name\":\"n\",\"about\":\"a\",\"odd\":1,%s}",
                "{\"name\":\"n\",\"about\":\"a\",\"mask\":[{\"at\":\"/a\",\"is\":\"odd\"}],%s}",
                "{\"name\":\"n\",\"about\":\"a\",\"mask\":[{\"at\":\"/a\",\"is\":\"pos\",\"odd\":1}],%s}",
            })
    void fileThatIsNotUnderstoodIsRefused(String file) {
        String rest = "\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200,\"text\":\"\"}";

        assertThatThrownBy(() -> GoldenReader.golden(Json.read(file.replace("%s", rest))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Octets body(GoldenResponse.Body body) {
        return Octets.ofUtf8(
                switch (body) {
                    case GoldenResponse.Body.JsonValue(JsonNode value) -> written(value);
                    case GoldenResponse.Body.JsonLines(JsonNode lines) ->
                        lines.valueStream().map(line -> written(line) + "\n").collect(Collectors.joining());
                    case GoldenResponse.Body.Text(String text) -> text;
                    case ReadBody _ -> throw new IllegalStateException("a recorded answer is compared as a whole");
                });
    }

    private static String written(JsonNode value) {
        return Json.write(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
