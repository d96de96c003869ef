package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void everyDefaultIsAGoodValue() {
        assertThat(Keys.ALL)
                .filteredOn(key -> key.usual().isPresent())
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(key.usualValue()).as(key.path().toString()).isPresent());
    }

    @Test
    void everyKeyHasAVariableOfItsOwn() {
        List<String> names = Stream.concat(Keys.ALL.stream().map(Key::path), PlannedKeys.ALL.keySet().stream())
                .map(PathSpelling.VARIABLE::word)
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("ENFILADE_LISTEN", "ENFILADE_BACKENDS_<NAME>_TIMEOUTS_FIRST_BYTE");
    }

    @Test
    void everyKeySaysWhatItIsFor() {
        assertThat(Keys.ALL).allSatisfy(key -> assertThat(key.about()).matches("[A-Z].*\\."));
    }

    @Test
    void noKeyIsPlannedToo() {
        assertThat(Keys.ALL).extracting(Key::path).doesNotContainAnyElementsOf(PlannedKeys.ALL.keySet());
    }
}
