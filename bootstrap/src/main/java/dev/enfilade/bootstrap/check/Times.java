package dev.enfilade.bootstrap.check;

import java.time.Duration;
import java.util.Locale;

/** Writes times for people. */
public final class Times {

    private static final long MOST_MILLIS = 10_000;

    private Times() {}

    /** {@code 12 ms}, {@code 30 s}, {@code 12.3 s}. */
    public static String shown(Duration time) {
        long millis = time.toMillis();
        if (millis >= 1_000 && millis % 1_000 == 0) {
            return millis / 1_000 + " s";
        }
        return millis < MOST_MILLIS ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
