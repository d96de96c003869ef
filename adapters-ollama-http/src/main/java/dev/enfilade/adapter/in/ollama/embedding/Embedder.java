package dev.enfilade.adapter.in.ollama.embedding;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.http.OllamaErrors;
import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.adapter.in.ollama.option.OptionsMapper;
import dev.enfilade.application.port.in.EmbedUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.request.Sampling;
import io.javalin.http.Context;

/** What both embedding routes do once a model was looked for. */
final class Embedder {

    private final HoldModelUseCase holdModel;
    private final EmbedUseCase embed;

    Embedder(HoldModelUseCase holdModel, EmbedUseCase embed) {
        this.holdModel = holdModel;
        this.embed = embed;
    }

    /**
     * Embeds what the body holds, possibly nothing.
     *
     * @param known whether there is such a model; if not, Ollama 0.33 says so in other words than for a chat
     */
    EmbeddingResult embed(Context ctx, EmbedBody body, boolean known) {
        String missing = "model " + GoQuote.text(body.model()) + " not found, try pulling it first";
        if (!known) {
            throw new OllamaError(404, missing);
        }
        OllamaErrors.wordMissing(ctx, missing);
        Sampling sampling = OptionsMapper.toDomain(body.options()).alsoAsking(body.wishes());
        EmbeddingResult result = embed.embed(new EmbeddingRequest(body.name(), body.inputs(), sampling));
        holdModel.hold(body.name(), body.keepAlive());
        return result;
    }
}
