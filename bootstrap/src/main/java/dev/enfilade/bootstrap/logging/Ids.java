package dev.enfilade.bootstrap.logging;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.trace.SpanRef;
import java.util.Optional;

/**
 * The names under which others know a request.
 *
 * @param request the client's own, or ours
 * @param upstream the backend's, if it gave one
 * @param span the request's own span if an agent began one, else the client's
 */
public record Ids(String request, Optional<String> upstream, Optional<SpanRef> span) {

    public Ids {
        requireNonNull(request, "request is null");
        requireNonNull(upstream, "upstream is null");
        requireNonNull(span, "span is null");
    }
}
