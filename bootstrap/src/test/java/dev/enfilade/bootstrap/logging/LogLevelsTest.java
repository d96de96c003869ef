package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogLevelsTest {

    private final Logger ours = LoggerFactory.getLogger(DroppedMembers.class);
    private final Logger another = LoggerFactory.getLogger("org.apache.hc");

    @AfterEach
    void asBefore() {
        LogLevels.set(LogLevel.INFO);
    }

    @ParameterizedTest
    @EnumSource
    void levelHoldsForOurWords(LogLevel level) {
        LogLevels.set(level);

        assertThat(ours.isErrorEnabled()).isTrue();
        assertThat(ours.isInfoEnabled()).isEqualTo(level.compareTo(LogLevel.INFO) >= 0);
        assertThat(ours.isDebugEnabled()).isEqualTo(level.compareTo(LogLevel.DEBUG) >= 0);
        assertThat(ours.isTraceEnabled()).isEqualTo(level == LogLevel.TRACE);
    }

    @Test
    void librariesStayAsTheyAreSinceTheyWouldLogTheWire() {
        LogLevels.set(LogLevel.TRACE);

        assertThat(another.isDebugEnabled()).isFalse();
    }
}
