package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointerPatternTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/a, a",
        "/a/b, a b",
        "/*/b, 0 b",
        "/a/**, a",
        "/a/**, a b c",
        "/a/*/**, a b",
        "/a/**/c, a b b c",
        "/**, ''",
        "/general.x, general.x"
    })
    void matches(String pattern, String steps) {
        assertThat(PointerPattern.parse(pattern).matches(place(steps))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', a", "/a, ''", "/a, b", "/a, a b", "/*, ''", "/*, a b", "/a/*/**, a", "/a/**/c, a b"})
    void doesNotMatch(String pattern, String steps) {
        assertThat(PointerPattern.parse(pattern).matches(place(steps))).isFalse();
    }

    @Test
    void escapesAreUndone() {
        assertThat(PointerPattern.parse("/a~1b~0c").steps()).containsExactly("a/b~c");
    }

    @Test
    void textThatIsNoPointerIsRefused() {
        assertThatThrownBy(() -> PointerPattern.parse("a/b")).hasMessageContaining("a/b");
    }

    private static Pointer place(String steps) {
        return new Pointer(steps.isEmpty() ? List.of() : List.of(steps.split(" ")));
    }
}
