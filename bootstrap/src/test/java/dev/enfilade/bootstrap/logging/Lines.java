package dev.enfilade.bootstrap.logging;

import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.stream.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lines of requests that took 34 ms and ended well. */
public final class Lines {

    static final Instant ENDED = Instant.parse("2026-11-21T12:00:00.003999Z");

    private Lines() {}

    public static AccessLine of(String method, String path, String id, CallEnd... calls) {
        Asked asked = new Asked(Api.OLLAMA, method, path, path, "127.0.0.1", 0);
        return of(asked, new Ids(id, Optional.empty(), Optional.empty()), calls);
    }

    static AccessLine of(Asked asked, Ids ids, CallEnd... calls) {
        return new AccessLine(
                ENDED,
                asked,
                Answered.empty(200),
                Outcome.COMPLETE,
                List.of(calls),
                Optional.empty(),
                Duration.ofMillis(34),
                ids);
    }
}
