package dev.enfilade.adapter.in.ollama.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.ModelOptions;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetOptionTest {

    @ParameterizedTest
    @CsvSource({
        "num_predict, 77,    77",
        "seed,        -1,    -1",
        "temperature, 0.70,  0.70",
        "temperature, 1e-3,  1e-3",
        "use_mmap,    TRUE,  true",
        "stop,        '#\"', '[\"#\\\"\"]'",
    })
    void valueIsWrittenAsARequestWouldHaveIt(String name, String text, String json) {
        assertThat(SetOption.value(name, List.of(text))).contains(new JsonText(json));
    }

    @ParameterizedTest
    @CsvSource({
        "num_predict, 7.5",
        "num_predict, many",
        "temperature, warm",
        "temperature, 0x1",
        "use_mmap, 1",
        "nothing, 1"
    })
    void valueOfAnotherTypeIsNone(String name, String text) {
        assertThat(SetOption.value(name, List.of(text))).isEmpty();
    }

    @Test
    void listFitsOnlyWhereListsDo() {
        assertThat(SetOption.value("stop", List.of("a", "b"))).contains(new JsonText("[\"a\",\"b\"]"));
        assertThat(SetOption.value("top_k", List.of("1", "2"))).isEmpty();
    }

    @Test
    void everyNameHasWordsForItsValues() {
        assertThat(SetOption.names())
                .contains("temperature", "num_ctx")
                .allMatch(name -> SetOption.expected(name).isPresent());
        assertThat(SetOption.expected("nothing")).isEmpty();
    }

    @Test
    void defaultsAreForWhoSendsNoneAndForcedOnesForAll() {
        ModelOptions options = new ModelOptions(
                Map.of("temperature", new JsonText("0.5"), "seed", new JsonText("1"), "top_k", new JsonText("9")),
                Map.of("top_p", new JsonText("0.25")));

        Sampling sampling = OptionsMapper.toDomain(options.appliedTo(Map.of(
                "temperature", new JsonText("1.5"),
                "seed", new JsonText("null"),
                "top_p", new JsonText("0.9"))));

        assertThat(sampling.knobs())
                .containsOnly(
                        Map.entry(Knob.TEMPERATURE, 1.5),
                        Map.entry(Knob.SEED, 1L),
                        Map.entry(Knob.TOP_K, 9L),
                        Map.entry(Knob.TOP_P, 0.25));
    }
}
