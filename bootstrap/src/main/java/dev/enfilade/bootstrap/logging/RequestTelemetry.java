package dev.enfilade.bootstrap.logging;

import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.observation.CallEnd;

/** Brings the end of a call to the line of the request that made it: both are told on the same thread. */
public final class RequestTelemetry implements Telemetry {

    /** The request that the current thread handles. */
    public static final ScopedValue<AccessNote> CURRENT = ScopedValue.newInstance();

    @Override
    public void ended(CallEnd end) {
        if (CURRENT.isBound()) {
            CURRENT.get().called(end);
        }
    }
}
