package dev.enfilade.adapter.in.ollama.json;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * Points in time as Go's RFC 3339 text, as in Ollama 0.33, but always in UTC and in microseconds at most, which every
 * client can read.
 */
public final class GoTime {

    private GoTime() {}

    /** Such as {@code 2026-01-02T03:04:05.12Z}: no trailing zeros, and no dot without a fraction. */
    public static String text(Instant time) {
        String seconds = time.truncatedTo(ChronoUnit.SECONDS).toString();
        int micros = time.get(ChronoField.MICRO_OF_SECOND);
        if (micros == 0) {
            return seconds;
        }
        String fraction = "%06d".formatted(micros).replaceAll("0+$", "");
        return seconds.substring(0, seconds.length() - 1) + "." + fraction + "Z";
    }
}
