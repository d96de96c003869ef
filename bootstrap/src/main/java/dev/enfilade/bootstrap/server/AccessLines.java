package dev.enfilade.bootstrap.server;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.AccessNote;
import dev.enfilade.bootstrap.logging.Answered;
import dev.enfilade.bootstrap.logging.Api;
import dev.enfilade.bootstrap.logging.Asked;
import dev.enfilade.bootstrap.logging.Ids;
import dev.enfilade.domain.relay.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Jetty's view of an exchange as a line of the log. */
final class AccessLines {

    /** Under which name relayed answers tell it. */
    private static final String UPSTREAM_ID = "x-upstream-request-id";

    private AccessLines() {}

    /** The line of a request that was never understood, so that there is no exchange. */
    static AccessLine of(Request request, Response response) {
        String id = Optional.ofNullable(response.getHeaders().get(RequestIds.HEADER))
                .orElse("-");
        AccessNote note = new AccessNote(Headers.NONE, System::nanoTime);
        Answered answered = Answered.empty(response.getStatus());
        return new AccessLine(
                Instant.now(),
                asked(request, note, 0),
                answered,
                note.outcome(answered.status()),
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                new Ids(id, Optional.empty(), Optional.empty()));
    }

    static AccessLine of(Request request, Response response, Exchange exchange) {
        AccessNote note = exchange.note();
        Answered answered = exchange.answered(response.getStatus());
        return new AccessLine(
                Instant.now(),
                asked(request, note, exchange.received()),
                answered,
                note.outcome(answered.status()),
                note.madeCalls(),
                note.times(exchange.firstByteAt()),
                exchange.age(),
                new Ids(exchange.id(), upstreamId(response, note), exchange.span()));
    }

    private static Asked asked(Request request, AccessNote note, long bytes) {
        String path = RequestPath.of(request);
        String route = note.route().orElse(Asked.NO_ROUTE);
        return new Asked(api(path, route), request.getMethod(), path, route, Request.getRemoteAddr(request), bytes);
    }

    private static Api api(String path, String route) {
        if (OperatorRoutes.has(route)) {
            return Api.ENFILADE;
        }
        return Surfaces.isOpenAi(path) ? Api.OPENAI : Api.OLLAMA;
    }

    private static Optional<String> upstreamId(Response response, AccessNote note) {
        @Nullable String relayed = response.getHeaders().get(UPSTREAM_ID);
        return Optional.ofNullable(relayed).or(note::upstreamId);
    }
}
