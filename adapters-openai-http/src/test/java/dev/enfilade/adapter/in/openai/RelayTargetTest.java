package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTargetTest {

    @Test
    void encodingAndQueryStayAsTheClientWroteThem() {
        assertThat(RelayTarget.of("/v1/files/a%20b%2Fc", "x=%31&y")).isEqualTo("/files/a%20b%2Fc?x=%31&y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/../admin",
                "/v1/a/..",
                "/v1/%2e%2e/admin",
                "/v1/%2E%2E/admin",
                "/v1//x",
                "/v1/a/./b",
                "/v1/.",
                "/v1/a\\b",
                "/v1/a%5Cb",
                "/v1/..;/x",
                "/v1/a%00"
            })
    void aPathThatCouldLeadElsewhereIsRefused(String path) {
        assertThatThrownBy(() -> RelayTarget.of(path, null)).isInstanceOf(FailureException.class);
    }

    @Test
    void dotsInNamesAreHarmless() {
        assertThat(RelayTarget.of("/v1/models/gpt-4.1..x", null)).isEqualTo("/models/gpt-4.1..x");
    }
}
