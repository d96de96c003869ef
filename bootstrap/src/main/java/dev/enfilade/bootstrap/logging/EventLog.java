package dev.enfilade.bootstrap.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** The program's own events, which are configured in {@code logback.xml} but for their format. */
public final class EventLog {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private EventLog() {}

    /** Writes events in this format from now on, what ends a thread among them. */
    public static void write(LogFormat format) {
        switch (format) {
            case TEXT -> {}
            case JSON -> writeJson();
        }
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.error("the thread {} has ended", thread.getName(), thrown));
    }

    private static void writeJson() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof AsyncAppenderBase<ILoggingEvent> aside) {
                aside.iteratorForAppenders().forEachRemaining(EventLog::writeJson);
            } else {
                writeJson(appender);
            }
        });
    }

    private static void writeJson(ch.qos.logback.core.Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            JsonEvents encoder = new JsonEvents();
            encoder.setContext(console.getContext());
            encoder.start();
            console.setEncoder(encoder);
        }
    }
}
