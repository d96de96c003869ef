package dev.enfilade.bootstrap.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads times above zero and up to an hour, written as in configuration files: {@code 500ms}, {@code 10s}, {@code 2m}.
 */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        Duration time = form.matches() ? time(Long.parseLong(form.group(1)), form.group(2)) : Duration.ZERO;
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' is no time such as 500ms, 10s or 2m");
        }
        return time;
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
