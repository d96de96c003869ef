package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "5s, PT5S", "20m, PT20M", "1h, PT1H"})
    void timesHaveAUnit(String written, Duration time) {
        assertThat(Kinds.TIME.parse(written)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0s", "-1s", "5 s", "1.5s", "5S", "1h30m", "99999999999s"})
    void timesAreNothingElse(String written) {
        assertThat(Kinds.TIME.parse(written)).isEmpty();
    }

    @Test
    void pauseMayBeNone() {
        assertThat(Kinds.PAUSE.parse("0s")).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"1B, 1", "64KiB, 65536", "32MiB, 33554432", "2GiB, 2147483648"})
    void sizesHaveAUnit(String written, long bytes) {
        assertThat(Kinds.SIZE.parse(written)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32", "32MB", "0MiB", "-1KiB", "1TiB", "1.5MiB"})
    void sizesAreNothingElse(String written) {
        assertThat(Kinds.SIZE.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5m, For[duration=PT5M]",
        "300, For[duration=PT5M]",
        "0, None[]",
        "0s, None[]",
        "-1, Forever[]",
        "-1s, Forever[]"
    })
    void keepAliveIsATimeOrSeconds(String written, String keepAlive) {
        assertThat(Kinds.KEEP_ALIVE.parse(written)).map(Object::toString).contains(keepAlive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8000/v1", "https://api.openai.com/v1", "HTTPS://host", "http://[::1]:8000"})
    void urlIsHttp(String written) {
        assertThat(Kinds.URL.parse(written)).map(Object::toString).contains(written);
    }

    @Test
    void urlEndsWithoutSlash() {
        assertThat(Kinds.URL.parse("http://host/v1//")).map(Object::toString).contains("http://host/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:8000",
                "ftp://host",
                "http://",
                "http://user:password@host/v1",
                "http://host/v1?key=1",
                "http://host/#x",
                "http://ho st",
                "http://host:99999"
            })
    void urlIsNothingElse(String written) {
        assertThat(Kinds.URL.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://app.example.com",
                "https://*.example.com",
                "http://localhost:*",
                "chrome-extension://*",
                "app://*"
            })
    void originHasASchemeAndAtMostOneStar(String written) {
        assertThat(Kinds.ORIGIN.parse(written)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "https://", "https://*.*", "https://host/path", "https://a b"})
    void originIsNothingElse(String written) {
        assertThat(Kinds.ORIGIN.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with\nline", "ключ", "end "})
    void secretThatNoHeaderCanCarryIsNone(String written) {
        assertThat(Kinds.SECRET.parse(written)).isEmpty();
    }

    @Test
    void headersOfTheConnectionAreNotToBeSet() {
        assertThat(Kinds.HEADERS.name().parse("Content-Length")).isEmpty();
        assertThat(Kinds.HEADERS.name().parse("X-Title")).isEqualTo(Optional.of("X-Title"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "FALSE, false", "0, false"})
    void yesAndNoHaveTwoWordsEach(String written, boolean yes) {
        assertThat(Kinds.YES_NO.parse(written)).contains(yes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.33", "v0.33.0", "latest"})
    void versionHasThreeNumbers(String written) {
        assertThat(Kinds.VERSION.parse(written)).isEmpty();
    }
}
