package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1:8080",
        "127.0.0.1, 127.0.0.1:11434",
        "localhost:0, localhost:0",
        ":8080, 0.0.0.0:8080",
        "[::1]:8080, [::1]:8080",
        "[::1], [::1]:11434",
        "::1, [::1]:11434",
        "::, [::]:11434",
        "my-host.example, my-host.example:11434"
    })
    void isReadInItsForms(String written, String address) {
        assertThat(ListenAddress.parse(written)).map(ListenAddress::toString).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8080",
                ":66000",
                ":-1",
                "host:",
                "host:port",
                "http://host",
                "host/path",
                "[::1",
                "a b",
                "1:2:x"
            })
    void isNothingElse(String written) {
        assertThat(ListenAddress.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0:1, 127.0.0.1:1", "[::]:1, [::1]:1", "10.0.0.7:1, 10.0.0.7:1"})
    void isReachedOnLoopbackIfItIsEverywhere(String written, String connectable) {
        assertThat(ListenAddress.parse(written).map(ListenAddress::connectable))
                .map(ListenAddress::toString)
                .contains(connectable);
    }
}
