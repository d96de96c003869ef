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
        assertThat(RelayTarget.of("/v1/files/a%20b%2Fc", "x=%31&y")).hasToString("/files/a%20b%2Fc?x=%31&y");
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
                "/v1/a%00",
                "/v1/models/..%2f..%2fadmin",
                "/v1/models/%2e%2e%2Fadmin",
                "/v1/%252e%252e/admin",
                "/v1/%2e./admin",
                "/v1/.%2e;x/admin",
                "/v1/a/;/../b",
                "/v1/a%252fb/..",
                "/v1//evil.example/x"
            })
    void aPathThatCouldLeadElsewhereIsRefused(String path) {
        assertThatThrownBy(() -> RelayTarget.of(path, null)).isInstanceOf(FailureException.class);
    }

    @Test
    void theQueryIsNoPath() {
        assertThat(RelayTarget.of("/v1/files", "a=/../b//c\\&d=%00")).hasToString("/files?a=/../b//c\\&d=%00");
    }

    @Test
    void aModelIsNamedByWhatComesBehindModels() {
        assertThat(RelayTarget.of("/v1/models/a%2Fb/c+d%zz", null).model()).hasValue("a/b/c+d%zz");
        assertThat(RelayTarget.of("/v1/models/", null).model()).isEmpty();
        assertThat(RelayTarget.of("/v1/files/a", null).model()).isEmpty();
    }

    @Test
    void dotsInNamesAreHarmless() {
        assertThat(RelayTarget.of("/v1/models/gpt-4.1..x", null)).hasToString("/models/gpt-4.1..x");
    }
}
