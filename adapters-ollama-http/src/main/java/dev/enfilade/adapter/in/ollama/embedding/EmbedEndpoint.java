package dev.enfilade.adapter.in.ollama.embedding;

import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** {@code POST /api/embed}: one normalised vector per text. */
final class EmbedEndpoint implements Handler {

    private final ModelLookup models;
    private final Embedder embedder;
    private final InstantSource clock;

    EmbedEndpoint(ModelLookup models, Embedder embedder, InstantSource clock) {
        this.models = models;
        this.embedder = embedder;
        this.clock = clock;
    }

    /** The order of the checks is that of Ollama 0.33: of several faults the same one is named. */
    @Override
    public void handle(Context ctx) throws IOException {
        Instant start = clock.instant();
        EmbedBody body = GoReader.read(ctx.bodyInputStream().readAllBytes(), EmbedBodyReader::read);
        if (body.model().isBlank()) {
            throw new FailureException(new Failure.ModelNotFound(body.model()));
        }
        boolean known = models.usable(body.model(), ModelLookup.REMOTE_MODEL).isPresent();
        body.checkInput();
        EmbeddingResult result = embedder.embed(ctx, body, known);
        JsonReply.send(ctx, EmbedMapper.toWire(body, result, Duration.between(start, clock.instant())));
    }
}
