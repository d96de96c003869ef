package dev.enfilade.adapter.in.ollama.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain      | \"plain\"",
                "a\"b\\c'   | \"a\\\"b\\\\c'\"",
                "größer 😀  | \"größer 😀\"",
                "`\n\t\r\u0007\b\f\u000b` | \"\\n\\t\\r\\a\\b\\f\\v\"",
                "`\u0001\u007f`  | \"\\x01\\x7f\"",
                "`\u0006\u000e\uffff` | \"\\x06\\x0e\\uffff\"",
                "`a\u00a0\u2028\u200b` | \"a\\u00a0\\u2028\\u200b\"",
                "`\uDB40\uDC01`    | \"\\U000e0001\"",
            })
    void textIsQuotedAsGoDoes(String text, String quoted) {
        assertThat(GoQuote.text(text)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5m, 300000000000",
        "1h30m, 5400000000000",
        "-1.5s, -1500000000",
        "+300ms, 300000000",
        ".5us, 500",
        "1.ns, 1",
        "1µs, 1000",
        "1μs, 1000",
        "-0, 0",
        "2562047h47m16.854775807s, 9223372036854775807",
        "-9223372036854775808ns, -9223372036854775808",
    })
    void durationsAreRead(String text, long nanos) {
        assertThat(GoDuration.nanos(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``      | invalid duration \"\"",
                "-       | invalid duration \"-\"",
                "soon    | invalid duration \"soon\"",
                "` 5m`   | invalid duration \" 5m\"",
                ".s      | invalid duration \".s\"",
                "300     | missing unit in duration \"300\"",
                "1h30    | missing unit in duration \"1h30\"",
                "1.2.3s  | missing unit in duration \"1.2.3s\"",
                "5y      | unknown unit \"y\" in duration \"5y\"",
                "5\\     | unknown unit \"\\\\\" in duration \"5\\\\\"",
                "5m 3s   | unknown unit \"m \" in duration \"5m 3s\"",
                "`é\"\n` | invalid duration \"\\xc3\\xa9\\\"\\x0a\"",
                "2562048h | invalid duration \"2562048h\"",
                "-9223372036854775809ns | invalid duration \"-9223372036854775809ns\"",
            })
    void otherTextIsNoDurationInGosWords(String text, String fault) {
        assertThatThrownBy(() -> GoDuration.nanos(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time: " + fault);
    }

    @Test
    void aDurationOfAMillionDigitsCostsNothing() {
        assertThatThrownBy(() -> GoDuration.nanos("9".repeat(1_000_000) + "s"))
                .hasMessageContaining("invalid duration");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "AAAA", "AAA=", "AA==", "`AA\n==\r\n`", "`A\nAAA`", "+/+/", "AZaz", "09AA", "`AAA\n=\n`"})
    void base64WithPaddingDecodes(String text) {
        assertThat(GoBase64.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "$$$, 0",
                "data:image/png;base64AAAA, 4",
                "A, 0",
                "AAAAA, 4",
                "AAAAAA, 4",
                "AAA, 0",
                "=, 0",
                "A===, 1",
                "AA=, 3",
                "AA=A, 2",
                "AA==A, 4",
                "AAA==, 4",
                "AAAA=, 4",
                "AA-_, 2",
                "`AA\n=A`, 3",
                "AAé=, 2",
            })
    void otherTextIsNamedWithGosOffset(String text, int offset) {
        assertThat(GoBase64.fault(text)).isEqualTo(OptionalInt.of(offset));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "-3.0, -3",
        "-0.125, -0.125",
        "0.1, 0.1",
        "100.0, 100",
        "1.0E-6, 0.000001",
        "1.0E-7, 1e-7",
        "-1.25E-8, -1.25e-8",
        "1.0E20, 100000000000000000000",
        "1.0E21, 1e+21",
        "1.7976931348623157E308, 1.7976931348623157e+308",
    })
    void numbersAreShortAndNeverEndInPointZero(double number, String text) {
        assertThat(GoNumbers.text(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "0.8, 0.8",
        "-0.00039840952, -0.00039840952",
        "1.0E-6, 0.000001",
        "9.9E-7, 9.9e-7",
        "16777216, 16777216",
        "1.0E20, 100000000000000000000",
        "1.0E21, 1e+21",
        "-3.4028235E38, -3.4028235e+38",
    })
    void numbersOfSinglePrecisionHaveFewerDigits(float number, String text) {
        assertThat(GoNumbers.text(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.120Z, 2026-01-02T03:04:05.12Z",
        "2026-01-02T03:04:05.000001Z, 2026-01-02T03:04:05.000001Z",
        "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456Z",
        "2026-01-02T03:04:05.000000789Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:00Z, 2026-01-02T03:04:00Z",
    })
    void timesHaveSixFractionDigitsAtMostAndNoTrailingZeros(Instant time, String text) {
        assertThat(GoTime.text(time)).isEqualTo(text);
    }
}
