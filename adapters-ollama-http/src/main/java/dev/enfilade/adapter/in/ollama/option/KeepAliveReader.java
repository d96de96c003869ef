package dev.enfilade.adapter.in.ollama.option;

import dev.enfilade.adapter.in.ollama.json.GoDuration;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.failure.FailureException;
import java.time.Duration;

/** {@code keep_alive}: seconds as a number, or a Go duration as text; negative is for ever, as in Ollama 0.33. */
public final class KeepAliveReader {

    private static final double NANOS_PER_SECOND = 1e9;

    private KeepAliveReader() {}

    public static KeepAlive read(GoReader in) {
        return switch (in.kind()) {
            case NULL -> skipped(in);
            case STRING -> ofText(in.string(""));
            case NUMBER -> ofSeconds(Double.parseDouble(any(in).raw()));
            case BOOL -> throw refused(in, "bool");
            case ARRAY -> throw refused(in, "[]interface {}");
            case OBJECT -> throw refused(in, "map[string]interface {}");
        };
    }

    /** The sign counts before the fraction of a nanosecond is lost. */
    private static KeepAlive ofSeconds(double seconds) {
        return seconds < 0 ? new KeepAlive.Forever() : ofNanos((long) (seconds * NANOS_PER_SECOND));
    }

    private static JsonText any(GoReader in) {
        return in.source(() -> in.own(in::any));
    }

    private static KeepAlive ofText(String text) {
        try {
            return ofNanos(GoDuration.nanos(text));
        } catch (IllegalArgumentException notADuration) {
            throw GoReader.refused(String.valueOf(notADuration.getMessage()));
        }
    }

    private static KeepAlive ofNanos(long nanos) {
        if (nanos == 0) {
            return new KeepAlive.None();
        }
        return nanos < 0 || nanos == Long.MAX_VALUE
                ? new KeepAlive.Forever()
                : new KeepAlive.For(Duration.ofNanos(nanos));
    }

    /** Numbers that no double can hold are told first. */
    private static FailureException refused(GoReader in, String goType) {
        any(in);
        return GoReader.refused("Unsupported type: '" + goType + "'");
    }

    private static KeepAlive skipped(GoReader in) {
        in.skip();
        return new KeepAlive.Default();
    }
}
