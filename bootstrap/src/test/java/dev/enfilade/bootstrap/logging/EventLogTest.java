package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventLogTest {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final @Nullable UncaughtExceptionHandler former = Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void listen() {
        events.start();
        root.addAppender(events);
    }

    @AfterEach
    void restore() {
        root.detachAppender(events);
        Thread.setDefaultUncaughtExceptionHandler(former);
    }

    @Test
    void whatEndsAThreadIsAnEventLikeOthers() throws InterruptedException {
        EventLog.write(LogFormat.TEXT);

        Thread thread = Thread.ofPlatform().name("some-work").start(() -> {
            throw new NoClassDefFoundError("some/Part");
        });
        thread.join();

        assertThat(events.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).contains("some-work");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("some/Part");
        });
    }

    @Test
    void whatEndsTheProgramIsAnErrorForMachines() {
        assertThat(LogFormat.JSON.failure("no port")).contains("\"level\":\"ERROR\"", "\"message\":\"no port\"");
        assertThat(LogFormat.JSON.message("a port")).contains("\"level\":\"INFO\"", "\"message\":\"a port\"");
        assertThat(LogFormat.TEXT.failure("no port")).isEqualTo("no port");
    }
}
