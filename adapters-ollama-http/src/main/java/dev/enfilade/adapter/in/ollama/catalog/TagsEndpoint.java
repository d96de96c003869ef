package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.application.port.in.ListModelsUseCase;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** {@code GET /api/tags}: the models that can be asked for. */
final class TagsEndpoint implements Handler {

    private final ListModelsUseCase listModels;

    TagsEndpoint(ListModelsUseCase listModels) {
        this.listModels = listModels;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        JsonReply.send(ctx, TagsMapper.toWire(listModels.list()));
    }
}
