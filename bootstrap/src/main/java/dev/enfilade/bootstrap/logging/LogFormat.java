package dev.enfilade.bootstrap.logging;

import java.time.Instant;
import java.util.Locale;

/** How lines are written. */
public enum LogFormat {
    /** For people. */
    TEXT {
        @Override
        String line(AccessLine line) {
            return TextLine.of(line);
        }

        @Override
        public String message(String text) {
            return text;
        }

        @Override
        public String failure(String text) {
            return text;
        }
    },
    /** For machines: every line is an object. */
    JSON {
        @Override
        String line(AccessLine line) {
            return JsonLine.of(line);
        }

        @Override
        public String message(String text) {
            return object("INFO", text);
        }

        @Override
        public String failure(String text) {
            return object("ERROR", text);
        }

        private static String object(String level, String text) {
            return JsonObject.text(json -> {
                JsonObject.head(json, Instant.now(), level, "enfilade");
                json.writeStringField("message", text.strip());
            });
        }
    };

    abstract String line(AccessLine line);

    /** A line that is no event of the program but word to whoever started it. */
    public abstract String message(String text);

    /** Likewise, of what keeps the program from running. */
    public abstract String failure(String text);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
