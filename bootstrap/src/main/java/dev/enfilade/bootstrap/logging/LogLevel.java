package dev.enfilade.bootstrap.logging;

import java.util.Locale;

/** How much the program says about what it does, the least first. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    /** As in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
