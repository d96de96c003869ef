package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that Ollama's own tests have, and a few of the field. */
class OllamaHostTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                           | http  | 127.0.0.1   | 11434 | ``
                    1.2.3.4                      | http  | 1.2.3.4     | 11434 | ``
                    :1234                        | http  | ``          | 1234  | ``
                    1.2.3.4:1234                 | http  | 1.2.3.4     | 1234  | ``
                    example.com                  | http  | example.com | 11434 | ``
                    example.com:1234             | http  | example.com | 1234  | ``
                    :0                           | http  | ``          | 0     | ``
                    [::1]                        | http  | ::1         | 11434 | ``
                    ::1                          | http  | ::1         | 11434 | ``
                    [::1]:1337                   | http  | ::1         | 1337  | ``
                    [::]:1337                    | http  | ::          | 1337  | ``
                    `  1.2.3.4  `                | http  | 1.2.3.4     | 11434 | ``
                    "1.2.3.4"                    | http  | 1.2.3.4     | 11434 | ``
                    ` " 1.2.3.4 " `              | http  | 1.2.3.4     | 11434 | ``
                    '1.2.3.4'                    | http  | 1.2.3.4     | 11434 | ``
                    http://1.2.3.4               | http  | 1.2.3.4     | 80    | ``
                    http://1.2.3.4:1234          | http  | 1.2.3.4     | 1234  | ``
                    https://1.2.3.4              | https | 1.2.3.4     | 443   | ``
                    https://1.2.3.4:4321         | https | 1.2.3.4     | 4321  | ``
                    https://example.com/ollama   | https | example.com | 443   | ollama
                    https://example.com:9/a/b    | https | example.com | 9     | a/b
                    """)
    void isReadAsOllamaReadsIt(String written, String scheme, String host, int port, String path) {
        OllamaHost parsed = OllamaHost.parse(written);

        assertThat(parsed.scheme()).isEqualTo(scheme);
        assertThat(parsed.host()).isEqualTo(host);
        assertThat(parsed.port()).isEqualTo(port);
        assertThat(parsed.path()).isEqualTo(path);
        assertThat(parsed.ignoredPort()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    :66000                 | 11434 | 66000
                    :-1                    | 11434 | -1
                    1.2.3.4:many           | 11434 | many
                    https://1.2.3.4:66000  | 443   | 66000
                    """)
    void badPortBecomesTheUsualOneAndIsTold(String written, int port, String ignored) {
        OllamaHost parsed = OllamaHost.parse(written);

        assertThat(parsed.port()).isEqualTo(port);
        assertThat(parsed.ignoredPort()).contains(ignored);
    }

    @Test
    void hostThatIsMissingMeansEveryAddress() {
        assertThat(OllamaHost.parse(":1234").listenAddress()).hasToString("0.0.0.0:1234");
    }
}
