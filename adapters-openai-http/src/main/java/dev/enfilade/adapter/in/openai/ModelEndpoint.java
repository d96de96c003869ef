package dev.enfilade.adapter.in.openai;

import dev.enfilade.application.port.in.FindModelUseCase;
import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code GET /v1/models/{id}}: what the backend says of its model, and an entry of ours for every further name that can
 * be asked for. Backends such as llama.cpp's list their models and do not show them one by one.
 */
final class ModelEndpoint {

    private final RelayUseCase relay;
    private final FindModelUseCase models;

    ModelEndpoint(RelayUseCase relay, FindModelUseCase models) {
        this.relay = relay;
        this.models = models;
    }

    void handle(Context ctx) throws IOException {
        RelayTarget target = RelayTarget.of(ctx.req().getRequestURI(), ctx.req().getQueryString());
        Optional<ModelName> name = target.model().map(ModelName::new);
        RelayRequest request = ClientRequest.read(ctx, target);
        try (RelayResponse response = relay.relay(name.map(request::about).orElse(request))) {
            if (response.status() < 400 || !answered(ctx, name)) {
                Answer.pass(response, ctx, StreamEnd.UNKNOWN, Heartbeat.OFF);
            }
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Cancelled || ctx.res().isCommitted() || !answered(ctx, name)) {
                throw e;
            }
        }
    }

    /** Answers with an entry of ours, if there is such a model. */
    private boolean answered(Context ctx, Optional<ModelName> name) {
        Optional<byte[]> entry = name.flatMap(known -> models.find(known).map(card -> ModelEntry.of(card, known)))
                .map(json -> json.toString().getBytes(StandardCharsets.UTF_8));
        entry.ifPresent(bytes -> ctx.contentType("application/json").result(bytes));
        return entry.isPresent();
    }
}
