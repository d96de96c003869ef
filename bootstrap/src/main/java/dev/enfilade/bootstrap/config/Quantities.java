package dev.enfilade.bootstrap.config;

import dev.enfilade.domain.catalog.KeepAlive;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes: numbers that need a unit. */
final class Quantities {

    static final String TIME = "(\\d{1,9})(ms|s|m|h)";
    static final String SIZE = "(\\d{1,9})(B|KiB|MiB|GiB)";
    static final String KEEP_ALIVE = "-?\\d{1,9}(?:ms|s|m|h)?";

    /** Nine digits at most here too. */
    static final String POSITIVE_TIME = "(?=\\d{1,9}[a-z])0*[1-9]\\d*(?:ms|s|m|h)";

    static final String POSITIVE_SIZE = "(?=\\d{1,9}[A-Z])0*[1-9]\\d*(?:B|KiB|MiB|GiB)";

    private static final Pattern TIME_FORM = Pattern.compile(TIME);
    private static final Pattern SIZE_FORM = Pattern.compile(SIZE);
    private static final Pattern LOOSE = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]*)");

    private static final Map<String, String> TIME_UNITS = Map.ofEntries(
            Map.entry("", "s"),
            Map.entry("millis", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("ms", "ms"),
            Map.entry("s", "s"),
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("m", "m"),
            Map.entry("min", "m"),
            Map.entry("mins", "m"),
            Map.entry("minute", "m"),
            Map.entry("minutes", "m"),
            Map.entry("h", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"));

    private static final Map<String, String> SIZE_UNITS = Map.ofEntries(
            Map.entry("", "B"),
            Map.entry("b", "B"),
            Map.entry("bytes", "B"),
            Map.entry("k", "KiB"),
            Map.entry("kb", "KiB"),
            Map.entry("kib", "KiB"),
            Map.entry("m", "MiB"),
            Map.entry("mb", "MiB"),
            Map.entry("mib", "MiB"),
            Map.entry("g", "GiB"),
            Map.entry("gb", "GiB"),
            Map.entry("gib", "GiB"));

    private Quantities() {}

    static Optional<Duration> time(String text) {
        Matcher form = TIME_FORM.matcher(text);
        return form.matches() ? Optional.of(time(Long.parseLong(form.group(1)), form.group(2))) : Optional.empty();
    }

    /** In bytes. */
    static Optional<Long> size(String text) {
        Matcher form = SIZE_FORM.matcher(text);
        return form.matches()
                ? Optional.of(Long.parseLong(form.group(1)) << bits(form.group(2)))
                        .filter(size -> size > 0)
                : Optional.empty();
    }

    /** As Ollama 0.33 reads {@code OLLAMA_KEEP_ALIVE}: a time or seconds; anything negative is for ever. */
    static Optional<KeepAlive> keepAlive(String text) {
        if (text.startsWith("-")) {
            return Optional.of(new KeepAlive.Forever());
        }
        return time(text.matches("\\d+") ? text + "s" : text)
                .map(time -> time.isZero() ? new KeepAlive.None() : new KeepAlive.For(time));
    }

    /** What a time was meant to be that has no unit, or one of somebody else's. */
    static Optional<String> meantTime(String text) {
        return meant(text, TIME_UNITS);
    }

    /** What a size was meant to be; that a megabyte and a mebibyte differ is no matter for a limit. */
    static Optional<String> meantSize(String text) {
        return meant(text, SIZE_UNITS);
    }

    private static Optional<String> meant(String text, Map<String, String> units) {
        Matcher loose = LOOSE.matcher(text.strip());
        return loose.matches()
                ? Optional.ofNullable(units.get(loose.group(2).toLowerCase(Locale.ROOT)))
                        .map(unit -> loose.group(1) + unit)
                        .filter(meant -> !meant.equals(text))
                        .map(Single::meant)
                : Optional.empty();
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static int bits(String unit) {
        return switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
    }
}
