package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1_b.C", "0123456789"})
    void aHarmlessIdIsTheClients(String id) {
        assertThat(RequestIds.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "127.0.0.1:9", "a\nb", "ä", "a/b", "a=b"})
    void anyOtherIsReplaced(String id) {
        assertThat(RequestIds.of(id)).matches("[0-9a-f]{16}");
    }

    @Test
    void aLongOneIsHarmlessUpTo128Characters() {
        assertThat(RequestIds.of("x".repeat(128))).hasSize(128);
        assertThat(RequestIds.of("x".repeat(129))).hasSize(16);
    }

    @Test
    void aRequestWithoutOneGetsItsOwn() {
        assertThat(RequestIds.of(null)).isNotEqualTo(RequestIds.of(null));
    }
}
