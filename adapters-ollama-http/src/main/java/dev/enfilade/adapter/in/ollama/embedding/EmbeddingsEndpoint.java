package dev.enfilade.adapter.in.ollama.embedding;

import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** {@code POST /api/embeddings}: the older route, one text, one vector as it is. */
final class EmbeddingsEndpoint implements Handler {

    private final ModelLookup models;
    private final Embedder embedder;

    EmbeddingsEndpoint(ModelLookup models, Embedder embedder) {
        this.models = models;
        this.embedder = embedder;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        EmbedBody body = GoReader.read(ctx.bodyInputStream().readAllBytes(), EmbedBodyReader::readOlder);
        if (body.model().isBlank()) {
            throw new FailureException(ModelLookup.NO_NAME);
        }
        boolean known = models.usable(body.model(), ModelLookup.REMOTE_MODEL).isPresent();
        JsonReply.send(ctx, EmbedMapper.toOlderWire(embedder.embed(ctx, body, known)));
    }
}
