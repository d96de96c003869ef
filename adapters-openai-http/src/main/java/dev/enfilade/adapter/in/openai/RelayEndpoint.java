package dev.enfilade.adapter.in.openai;

import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.domain.relay.RelayResponse;
import io.javalin.http.Context;
import java.io.IOException;

/** Every method and path under {@code /v1}: the request goes on as it is, and so does the answer. */
final class RelayEndpoint {

    private final RelayUseCase relay;
    private final Heartbeat heartbeat;

    RelayEndpoint(RelayUseCase relay, Heartbeat heartbeat) {
        this.relay = relay;
        this.heartbeat = heartbeat;
    }

    void handle(Context ctx) throws IOException {
        RelayTarget target = RelayTarget.of(ctx.req().getRequestURI(), ctx.req().getQueryString());
        try (RelayResponse response = relay.relay(ClientRequest.read(ctx, target))) {
            Answer.pass(response, ctx, StreamEnd.of(target.path()), heartbeat);
        }
    }
}
