package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown means the same to every reader of YAML, also to those that know more types than this program. */
class YamlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "7", "-7", "007", "1e5", "0x1F", "yes", "No", "off", "TRUE", "2026-01-31", "12:30"})
    void nameThatCouldBeMoreThanATextIsQuoted(String name) {
        assertThat(YamlText.name(name)).isEqualTo('"' + name + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama3.2", "qwen3:8b", "yesterday", "3b", "org/model-v1.5"})
    void otherNamesAreNot(String name) {
        assertThat(YamlText.name(name)).isEqualTo(name);
    }

    @Test
    void numbersAndTruthsAreShownAsSuchAndModelsAsTexts(@TempDir Path folder) throws IOException {
        String shown = new Deployment(folder)
                .yaml("backends: {7: {url: http://127.0.0.1:1/v1}}\nmodels: {1.10: on, a: 8}\n")
                .variable("ENFILADE_ALLOW_OPEN", "1")
                .variable("ENFILADE_LIMITS_STREAMS", "10")
                .shown();

        assertThat(shown)
                .contains("allow-open: true\n", "streams: 10\n", "  \"7\":\n", "  \"1.10\":\n")
                .contains("model: \"on\"\n", "model: \"8\"\n");
    }
}
