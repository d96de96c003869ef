package dev.enfilade.bootstrap.metrics;

import java.util.Locale;

/** What a metric is about, by its name. */
enum Category {
    HTTP,
    STREAMING,
    SYSTEM,
    PERFORMANCE;

    static Category of(String name) {
        if (name.startsWith("enfilade_http_")) {
            return HTTP;
        }
        if (name.startsWith("enfilade_stream")) {
            return STREAMING;
        }
        boolean ofCalls = name.startsWith("gen_ai_")
                || name.startsWith("enfilade_backend_")
                || name.startsWith("enfilade_translation_")
                || name.startsWith("enfilade_dropped_");
        return ofCalls ? PERFORMANCE : SYSTEM;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
