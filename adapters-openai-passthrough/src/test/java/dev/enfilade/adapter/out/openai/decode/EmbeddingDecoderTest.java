package dev.enfilade.adapter.out.openai.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.enfilade.application.port.out.Fails;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddingDecoderTest {

    @Test
    void vectorsComeInTheOrderOfTheirIndexes() {
        EmbeddingResult result = decode(
                "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":1,\"embedding\":[-1.1,2.2,0.001]},"
                        + "{\"index\":0,\"embedding\":[3,0,4e-1],\"x\":{\"y\":[1]}}],"
                        + "\"model\":\"m\",\"usage\":{\"prompt_tokens\":4,\"total_tokens\":4}}",
                2);
        assertThat(result.vectors()).containsExactly(Vector.of(3, 0, 0.4f), Vector.of(-1.1f, 2.2f, 0.001f));
        assertThat(result.promptTokens()).hasValue(4);
    }

    @Test
    void withoutIndexTheOrderOfTheAnswerCounts() {
        assertThat(decode("{\"data\":[{\"embedding\":[1]},{\"index\":null,\"embedding\":[2]}]}", 2))
                .isEqualTo(new EmbeddingResult(List.of(Vector.of(1), Vector.of(2)), OptionalLong.empty()));
    }

    @Test
    void oddCountsAreNoCounts() {
        for (String usage : List.of("null", "7", "{\"prompt_tokens\":null}", "{\"total_tokens\":{\"x\":1}}")) {
            String body = "{\"x\":1,\"error\":null,\"data\":[{\"embedding\":[1]}],\"usage\":" + usage + "}";
            assertThat(decode(body, 1).promptTokens()).isEmpty();
        }
    }

    @Test
    void base64OfLlamacppIsLittleEndian() {
        Vector vector = decode(Bytes.answer("llamacpp-recorded-embeddings-base64.json"), 1)
                .vectors()
                .getFirst();
        assertThat(vector.length()).isEqualTo(64);
        assertThat(vector.at(0)).isEqualTo(-0.11744157f, within(1e-7f));
        assertThat(vector.normalised().at(0)).isEqualTo(vector.at(0), within(1e-5f));
    }

    @Test
    void longVectorsAreReadWhole() {
        String numbers = "0.5,".repeat(5000) + "0.25";
        Vector vector = decode("{\"data\":[{\"embedding\":[" + numbers + "]}]}", 1)
                .vectors()
                .getFirst();
        assertThat(vector.length()).isEqualTo(5001);
        assertThat(vector.at(5000)).isEqualTo(0.25f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":[7]}",
                "{\"data\":[{\"embedding\":null}]}",
                "{\"data\":[{\"index\":0}]}",
                "{\"data\":[{\"embedding\":[1],\"embedding\":[2]}]}",
                "{\"data\":[{\"embedding\":[\"1\"]}]}",
                "{\"data\":[{\"embedding\":[null]}]}",
                "{\"data\":[{\"embedding\":\"AAA=\"}]}",
                "{\"data\":[{\"embedding\":\"not base 64\"}]}",
                "{\"data\":[{\"embedding\":[1]}]} {}",
                "{\"data\":[{\"embedding\":[1]},{\"embedding\":[2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[2]}]}",
                "<html>",
            })
    void whatIsNoVectorPerInputIsABrokenAnswer(String body) {
        Fails.with(Fails.INVALID, () -> decode(body, 1));
    }

    @Test
    void aTruncatedAnswerIsACut() {
        Fails.with(Fails.CUT, () -> decode("{\"data\":[{\"embedding\":[1,2", 1));
    }

    @Test
    void anErrorIsAnError() {
        Fails.refused(400, "too long", () -> decode("{\"error\":{\"message\":\"too long\",\"code\":400}}", 1));
    }

    private static EmbeddingResult decode(String body, int inputs) {
        return EmbeddingDecoder.decode(Bytes.of(body), inputs, Decoding.TOLD.failures());
    }
}
