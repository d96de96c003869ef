package dev.enfilade.bootstrap.logging;

import dev.enfilade.domain.observation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process of its own for {@link AccessLogTest}: logs one line and ends at once. */
final class LoggedProgram {

    private LoggedProgram() {}

    public static void main(String[] args) {
        AccessLog.toStandardError()
                .accept(new AccessLine(
                        Instant.now(),
                        "GET",
                        "/livez",
                        200,
                        Outcome.COMPLETE,
                        Optional.empty(),
                        0,
                        Duration.ofMillis(34),
                        "id-1"));
        System.exit(0);
    }
}
