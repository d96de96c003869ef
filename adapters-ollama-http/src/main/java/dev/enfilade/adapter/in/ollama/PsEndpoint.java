package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.GoTime;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.application.port.in.ListRunningUseCase;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.RunningModel;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** {@code GET /api/ps}: the models that count as loaded, the longest remaining first. */
final class PsEndpoint implements Handler {

    private final ListRunningUseCase listRunning;

    PsEndpoint(ListRunningUseCase listRunning) {
        this.listRunning = listRunning;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        JsonOut out = new JsonOut().beginObject().beginArray("models");
        listRunning.running().forEach(model -> add(out, model));
        JsonReply.send(ctx, out.endArray().endObject());
    }

    /** Exactly these members: one popular client takes no others. */
    private static void add(JsonOut out, RunningModel model) {
        ModelCard card = model.card();
        out.beginObject()
                .member("name", card.name().tagged())
                .member("model", card.name().tagged())
                .member("size", ModelMembers.size(card))
                .member("digest", ModelMembers.digest(card.name()))
                .beginObject("details");
        ModelMembers.details(out, card);
        out.endObject()
                .member("expires_at", GoTime.text(model.expires()))
                .member("size_vram", ModelMembers.size(card))
                .member("context_length", card.contextLength())
                .endObject();
    }
}
