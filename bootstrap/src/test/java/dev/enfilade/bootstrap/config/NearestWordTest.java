package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {

    private static final List<String> KNOWN = List.of("listen", "backends", "url", "always-stream");

    @ParameterizedTest
    @CsvSource({"lsiten, listen", "LISTEN, listen", "backend, backends", "ur, url", "alwaysStream, always-stream"})
    void isTheOneThatWasMeant(String written, String meant) {
        assertThat(NearestWord.to(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "xyz", ""})
    void isNoneIfNothingIsNear(String written) {
        assertThat(NearestWord.to(written, KNOWN)).isEmpty();
    }
}
