package dev.enfilade.adapter.in.ollama;

import dev.enfilade.application.port.in.EmbedUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** {@code POST /api/embed}: one normalised vector per text. */
final class EmbedEndpoint implements Handler {

    private final KnownModels models;
    private final HoldModelUseCase holdModel;
    private final EmbedUseCase embed;
    private final InstantSource clock;

    EmbedEndpoint(KnownModels models, HoldModelUseCase holdModel, EmbedUseCase embed, InstantSource clock) {
        this.models = models;
        this.holdModel = holdModel;
        this.embed = embed;
        this.clock = clock;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        Instant start = clock.instant();
        EmbedRequest request = EmbedRequest.read(ctx.bodyInputStream().readAllBytes());
        if (request.model().isEmpty()) {
            throw new OllamaError(404, "model '' not found");
        }
        models.find(request.model(), KnownModels::invalidName, () -> missing(request.model()));
        OllamaErrors.askedFor(ctx, request.model());
        ModelName name = new ModelName(request.model());
        holdModel.hold(name, new KeepAlive.Default());
        EmbeddingResult result = embed.embed(new EmbeddingRequest(name, request.inputs()));
        Duration taken = Duration.between(start, clock.instant());
        JsonReply.send(ctx, EmbedMapper.toWire(request, result, taken));
    }

    /** In other words than for a chat. */
    static OllamaError missing(String name) {
        return new OllamaError(404, "model \"" + name + "\" not found, try pulling it first");
    }
}
