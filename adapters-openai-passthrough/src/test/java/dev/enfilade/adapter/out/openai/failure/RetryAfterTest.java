package dev.enfilade.adapter.out.openai.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Header NOW = new Header("Date", "Fri, 21 Nov 2025 12:00:00 GMT");

    @ParameterizedTest
    @CsvSource({"0,0", "2,2000", "0.5,500", "60,60000", "61,60000", "100000,60000", "999999999999,60000"})
    void secondsAreBounded(String seconds, long millis) {
        assertThat(RetryAfter.of(headers(new Header("Retry-After", seconds)))).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "+5", "NaN", "Infinity", "1e30", "soon", "0x5", "Fri, 21 Nov", "1,5"})
    void nonsenseIsDropped(String nonsense) {
        assertThat(RetryAfter.of(headers(new Header("Retry-After", nonsense), NOW)))
                .isEmpty();
        assertThat(RetryAfter.of(headers(new Header("retry-after-ms", nonsense))))
                .isEmpty();
    }

    @Test
    void endlessTextIsDropped() {
        assertThat(RetryAfter.of(headers(new Header("Retry-After", "9".repeat(100_000)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 21 Nov 2025 12:00:07 GMT | 7000",
                "Fri, 21 Nov 2025 11:00:00 GMT | 0",
                "Thu, 01 Jan 2099 00:00:00 GMT | 60000"
            })
    void dateCountsFromTheAnswersOwn(String date, long millis) {
        assertThat(RetryAfter.of(headers(new Header("Retry-After", date), NOW))).contains(Duration.ofMillis(millis));
        assertThat(RetryAfter.of(headers(new Header("Retry-After", date)))).isEmpty();
    }

    @Test
    void millisecondsGoFirst() {
        assertThat(RetryAfter.of(headers(new Header("retry-after", "9"), new Header("retry-after-ms", "150"))))
                .contains(Duration.ofMillis(150));
    }

    private static Headers headers(Header... lines) {
        return new Headers(List.of(lines));
    }
}
