package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.application.port.in.ListRunningUseCase;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** {@code GET /api/ps}: the models that count as loaded. */
final class PsEndpoint implements Handler {

    private final ListRunningUseCase listRunning;

    PsEndpoint(ListRunningUseCase listRunning) {
        this.listRunning = listRunning;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        JsonReply.send(ctx, PsMapper.toWire(listRunning.running()));
    }
}
