package dev.enfilade.bootstrap.config;

import java.util.Locale;

/** Whose key a backend is shown. */
public enum BackendAuth {
    /** The configured one. */
    KEY,
    /** The client's own; the configured one only where we ask for ourselves. */
    CALLER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
