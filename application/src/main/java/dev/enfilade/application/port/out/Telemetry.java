package dev.enfilade.application.port.out;

import dev.enfilade.domain.observation.CallEnd;

/** Somebody who wants to know how calls ended. */
@FunctionalInterface
public interface Telemetry {

    /**
     * Told exactly once per call, on the thread of the request, when its stream ended or was closed; must not block or
     * throw.
     */
    void ended(CallEnd end);
}
