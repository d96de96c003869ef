package dev.enfilade.adapter.in.ollama.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsMapperTest {

    @ParameterizedTest
    @CsvSource({
        "temperature, 1, TEMPERATURE, 1.0",
        "temperature, 0, TEMPERATURE, 0.0",
        "top_p, 0.5, TOP_P, 0.5",
        "min_p, 5e-2, MIN_P, 0.05",
        "typical_p, 0.9, TYPICAL_P, 0.9",
        "repeat_penalty, 1.1, REPEAT_PENALTY, 1.1",
        "presence_penalty, -0.5, PRESENCE_PENALTY, -0.5",
        "frequency_penalty, 2, FREQUENCY_PENALTY, 2.0",
    })
    void fractionsStayAsTheyAre(String name, String json, Knob knob, double value) {
        assertThat(map(name, json)).isEqualTo(new Sampling(Map.of(knob, value), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "num_predict, 12.9, MAX_TOKENS, 12",
        "seed, 0, SEED, 0",
        "seed, 7.0, SEED, 7",
        "top_k, 1e2, TOP_K, 100",
        "top_k, -1, TOP_K, -1",
        "top_k, 1e30, TOP_K, -9223372036854775808",
        "top_k, -1e30, TOP_K, -9223372036854775808",
        "top_k, -9223372036854775808, TOP_K, -9223372036854775808",
        "top_k, 9007199254740993.5, TOP_K, 9007199254740994",
        "repeat_last_n, -1, REPEAT_LAST_N, -1",
        "num_keep, 5, KEEP_TOKENS, 5",
    })
    void wholeNumbersLoseTheirFraction(String name, String json, Knob knob, long value) {
        assertThat(map(name, json)).isEqualTo(new Sampling(Map.of(knob, value), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "num_predict, -1",
        "num_predict, 0",
        "num_predict, 9223372036854775808",
        "seed, -1",
        "seed, 1e30",
        "stop, []",
        "temperature, null",
        "num_ctx, null",
        "unknown, null",
        "num_predict, -0.5",
    })
    void whatMeansNothingToABackendIsNotSent(String name, String json) {
        assertThat(map(name, json)).isEqualTo(Sampling.UNSET);
    }

    @ParameterizedTest
    @CsvSource({
        "num_ctx, 4096",
        "num_batch, 1",
        "num_gpu, 1",
        "main_gpu, 0",
        "num_thread, 2",
        "draft_num_predict, 4",
        "use_mmap, true",
        "mirostat, '\"x\"'",
        "numa, false",
        "TEMPERATURE, 1",
    })
    void whatNoBackendHasAPlaceForIsNamed(String name, String json) {
        assertThat(map(name, json)).isEqualTo(new Sampling(Map.of(), List.of(), List.of(name)));
    }

    @Test
    void anOddNameIsNotRepeated() {
        assertThat(map("a\nb", "1").others()).containsExactly("an option with an odd name");
    }

    @Test
    void whatOllamaOnceKnewIsForThoseWhoStillKnowIt() {
        assertThat(map("mirostat", "2.0").knobs()).isEqualTo(Map.of(Knob.MIROSTAT, 2L));
        assertThat(map("mirostat_tau", "5").knobs()).isEqualTo(Map.of(Knob.MIROSTAT_TAU, 5.0));
        assertThat(map("mirostat_eta", "0.1").knobs()).isEqualTo(Map.of(Knob.MIROSTAT_ETA, 0.1));
    }

    @Test
    void stopIsAListOfTexts() {
        assertThat(map("stop", "[ \"a\\n\", \"\" ]").stop()).containsExactly("a\n", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "num_ctx           | \"1\"    | type integer",
                "num_thread        | [1]      | type integer",
                "main_gpu          | true     | type integer",
                "draft_num_predict | {}       | type integer",
                "top_p             | \"0.5\"  | type float32",
                "use_mmap          | 0        | type boolean",
                "stop              | \"a\"    | type array",
                "stop              | [\"a\",1] | an array of strings",
                "stop              | [null]   | an array of strings",
            })
    void aWrongTypeIsAnErrorOfTheServerAsOllamaHasIt(String name, String json, String wanted) {
        assertThatThrownBy(() -> map(name, json))
                .isInstanceOfSatisfying(
                        OllamaError.class, error -> assertThat(error.status()).isEqualTo(500))
                .hasMessage("option \"" + name + "\" must be of " + wanted);
    }

    private static Sampling map(String name, String json) {
        return OptionsMapper.toDomain(Map.of(name, new JsonText(json)));
    }
}
