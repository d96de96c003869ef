package dev.enfilade.adapter.in.ollama.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedMapperTest {

    private static final Duration TAKEN = Duration.ofNanos(2_677_249);

    @ParameterizedTest
    @CsvSource({
        "7,  fire,          7",
        "0,  fire and rain, 3",
        "-1, fire and rain, 3",
        "-1, 水水水,         2",
        "-1, x,             1",
    })
    void tokensAreCountedByTheBackendOrGuessedAndNeverZero(int counted, String text, int expected) throws IOException {
        OptionalLong tokens = counted < 0 ? OptionalLong.empty() : OptionalLong.of(counted);

        String wire = text(EmbedMapper.toWire(body(text, 0), result(tokens, 1), TAKEN));

        assertThat(wire)
                .isEqualTo("{\"model\":\"m\",\"embeddings\":[[1]],"
                        + "\"total_duration\":2677249,\"load_duration\":1,\"prompt_eval_count\":" + expected + "}");
    }

    @Test
    void aClockThatGoesBackMakesNoNegativeDuration() throws IOException {
        assertThat(text(EmbedMapper.toWire(body("x", 0), result(OptionalLong.of(1), 1), TAKEN.negated())))
                .contains("\"total_duration\":1,");
    }

    @Test
    void aVectorOfZerosStaysOne() throws IOException {
        assertThat(text(EmbedMapper.toWire(body("x", 0), result(OptionalLong.of(1), 0, 0), TAKEN)))
                .contains("\"embeddings\":[[0,0]]");
    }

    @Test
    void aLengthBeyondAllVectorsCutsNothing() throws IOException {
        assertThat(text(EmbedMapper.toWire(body("x", Long.MAX_VALUE), result(OptionalLong.of(1), 3, 4), TAKEN)))
                .contains("\"embeddings\":[[0.6,0.8]]");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void numbersThatJsonCannotHoldAreAnError(float odd) {
        EmbeddingResult result = result(OptionalLong.of(1), 1, odd);

        assertThatThrownBy(() -> EmbedMapper.toWire(body("x", 0), result, TAKEN))
                .isInstanceOf(OllamaError.class)
                .hasMessage("embedding contains NaN or Inf values");
        assertThatThrownBy(() -> EmbedMapper.toOlderWire(result)).isInstanceOf(OllamaError.class);
    }

    private static EmbedBody body(String input, long dimensions) {
        return new EmbedBody("m", List.of(input), true, dimensions, new KeepAlive.Default(), List.of(), Map.of());
    }

    private static EmbeddingResult result(OptionalLong tokens, float... numbers) {
        return new EmbeddingResult(List.of(Vector.of(numbers)), tokens);
    }

    private static String text(JsonOut out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out.writeTo(bytes);
        return bytes.toString(UTF_8);
    }
}
