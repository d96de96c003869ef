package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.GoDuration;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.catalog.KeepAlive;
import java.time.Duration;

/** {@code keep_alive}: seconds as a number, or a Go duration as text; negative is for ever, as in Ollama 0.33. */
final class KeepAliveReader {

    private static final double NANOS_PER_SECOND = 1e9;

    private KeepAliveReader() {}

    static KeepAlive read(GoReader in) {
        return switch (in.kind()) {
            case NULL -> skipped(in);
            case NUMBER -> ofNanos((long) (Double.parseDouble(in.any().raw()) * NANOS_PER_SECOND));
            case STRING -> ofText(in, in.string(""));
            case BOOL -> refused(in, "bool");
            case ARRAY -> refused(in, "[]interface {}");
            case OBJECT -> refused(in, "map[string]interface {}");
        };
    }

    private static KeepAlive ofText(GoReader in, String text) {
        try {
            return ofNanos(GoDuration.nanos(text));
        } catch (IllegalArgumentException notADuration) {
            in.refuse(String.valueOf(notADuration.getMessage()));
            return new KeepAlive.Default();
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

    private static KeepAlive refused(GoReader in, String goType) {
        in.refuse("Unsupported type: '" + goType + "'");
        return skipped(in);
    }

    private static KeepAlive skipped(GoReader in) {
        in.skip();
        return new KeepAlive.Default();
    }
}
