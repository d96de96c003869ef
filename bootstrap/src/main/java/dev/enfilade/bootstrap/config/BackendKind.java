package dev.enfilade.bootstrap.config;

import java.util.Locale;

/** What backends can speak; each has its record in {@link BackendConfig}. */
enum BackendKind {
    OPENAI;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
