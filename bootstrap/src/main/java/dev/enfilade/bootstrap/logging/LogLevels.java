package dev.enfilade.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the program says: its own words only, since libraries would log what is on the wire, keys included. */
public final class LogLevels {

    private static final String OURS = "dev.enfilade";

    private LogLevels() {}

    /** From now on, for all threads. */
    public static void set(LogLevel level) {
        if (LoggerFactory.getLogger(OURS) instanceof Logger logger) {
            logger.setLevel(Level.valueOf(level.name()));
        }
    }
}
