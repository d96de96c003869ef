package dev.enfilade.bootstrap.config;

import java.util.Locale;

/** How much the program says about what it does, the least first. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
