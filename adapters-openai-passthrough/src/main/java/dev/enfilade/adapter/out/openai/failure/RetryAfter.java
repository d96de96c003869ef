package dev.enfilade.adapter.out.openai.failure;

import dev.enfilade.domain.relay.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a backend wants to be asked again, as far as that can be believed: from now to a minute on. */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{0,12})?");

    private RetryAfter() {}

    /** The wish in {@code retry-after-ms} or {@code Retry-After}; a date counts from the answer's own {@code Date}. */
    public static Optional<Duration> of(Headers headers) {
        return headers.first("retry-after-ms")
                .flatMap(RetryAfter::number)
                .map(millis -> believable(millis / 1_000))
                .or(() -> headers.first("retry-after").flatMap(wish -> wish(wish, headers)));
    }

    private static Optional<Duration> wish(String wish, Headers headers) {
        return number(wish)
                .map(RetryAfter::believable)
                .or(() -> date(wish)
                        .flatMap(then -> headers.first("date")
                                .flatMap(RetryAfter::date)
                                .map(now ->
                                        believable(Duration.between(now, then).toMillis() / 1_000.0))));
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    private static Duration believable(double seconds) {
        double bounded = Math.clamp(seconds, 0, (double) LONGEST.toSeconds());
        return Duration.ofMillis(Math.round(bounded * 1_000));
    }
}
