package dev.enfilade.bootstrap.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {

    @ParameterizedTest
    @CsvSource({
        "sk-proj-0123456789abcd, sk-...abcd",
        "gsk_0123456789abcd, gsk_...abcd",
        "0123456789abcd, ...abcd",
        "sk-12345, sk-...",
        "none, ..."
    })
    void onlyTheEndsAreShown(String key, String shown) {
        assertThat(new Written(Map.of()).shown(new Secret(key), Optional.empty()))
                .isEqualTo(shown + " (from the configuration)");
    }

    @Test
    void variableThatMostPeopleSetIsNamedFirst() {
        Secret key = new Secret("sk-0123456789abcd");
        Map<String, String> variables = Map.of(
                "A_COPY", key.value(), "ENFILADE_BACKENDS_MAIN_KEY", key.value(), "OPENAI_API_KEY", key.value() + "\n");

        assertThat(new Written(variables).shown(key, Optional.of("enfilade.yaml:3:5")))
                .endsWith("(from OPENAI_API_KEY)");
    }

    @Test
    void keyThatNoVariableHoldsIsNamedByItsPlace() {
        assertThat(new Written(Map.of()).shown(new Secret("sk-0123456789abcd"), Optional.of("enfilade.yaml:3:5")))
                .isEqualTo("sk-...abcd (from enfilade.yaml:3:5)");
    }
}
