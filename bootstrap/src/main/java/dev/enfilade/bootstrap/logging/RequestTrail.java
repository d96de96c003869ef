package dev.enfilade.bootstrap.logging;

import dev.enfilade.adapter.out.openai.transport.Trail;
import dev.enfilade.domain.relay.Headers;

/** The trail of the request that the current thread handles; what is asked in the background has none. */
public final class RequestTrail implements Trail {

    @Override
    public Headers headers() {
        return RequestTelemetry.CURRENT.isBound()
                ? RequestTelemetry.CURRENT.get().trail()
                : Headers.NONE;
    }

    @Override
    public void answered(String id) {
        if (RequestTelemetry.CURRENT.isBound()) {
            RequestTelemetry.CURRENT.get().answered(id);
        }
    }
}
