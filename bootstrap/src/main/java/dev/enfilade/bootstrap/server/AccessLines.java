package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.AccessNote;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Jetty's view of an exchange as a line of the log. */
final class AccessLines {

    private AccessLines() {}

    /** The line of a request that was never understood, so that there is no exchange. */
    static AccessLine of(Request request, Response response) {
        String id = Optional.ofNullable(response.getHeaders().get(RequestIds.HEADER))
                .orElse("-");
        return of(request, response, new AccessNote(), Duration.ZERO, id);
    }

    static AccessLine of(Request request, Response response, AccessNote note, Duration took, String id) {
        int status = response.getStatus();

        return new AccessLine(
                Instant.now(),
                request.getMethod(),
                RequestPath.of(request),
                status,
                note.outcome(status),
                note.call(),
                note.attempts(),
                took,
                id);
    }
}
