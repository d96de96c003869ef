package dev.enfilade.adapter.in.ollama;

import dev.enfilade.application.port.in.EmbedUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code POST /api/embeddings}: the older route, one text, one vector as it is. */
final class EmbeddingsEndpoint implements Handler {

    private static final Set<String> TEXTS = Set.of("model", "prompt");

    private final KnownModels models;
    private final HoldModelUseCase holdModel;
    private final EmbedUseCase embed;

    EmbeddingsEndpoint(KnownModels models, HoldModelUseCase holdModel, EmbedUseCase embed) {
        this.models = models;
        this.holdModel = holdModel;
        this.embed = embed;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        WireRequest request =
                WireRequest.read(ctx.bodyInputStream().readAllBytes(), "api.EmbeddingRequest", TEXTS, Set.of());
        String model = request.text("model");
        if (model.isEmpty()) {
            throw KnownModels.nameRequired();
        }
        models.find(model, KnownModels::invalidName, () -> EmbedEndpoint.missing(model));
        OllamaErrors.askedFor(ctx, model);
        ModelName name = new ModelName(model);
        holdModel.hold(name, new KeepAlive.Default());
        String prompt = request.text("prompt");
        List<String> inputs = prompt.isEmpty() ? List.of() : List.of(prompt);
        JsonReply.send(ctx, EmbedMapper.toOldWire(embed.embed(new EmbeddingRequest(name, inputs))));
    }
}
