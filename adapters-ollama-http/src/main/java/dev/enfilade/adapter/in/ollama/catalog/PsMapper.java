package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.json.GoTime;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.RunningModel;
import java.util.List;

/**
 * Loaded models as Ollama 0.33 lists them. Exactly these members, in details too: one popular client takes no others.
 */
final class PsMapper {

    private PsMapper() {}

    static JsonOut toWire(List<RunningModel> models) {
        JsonOut out = new JsonOut().beginObject().beginArray("models");
        models.forEach(model -> append(out, model));
        return out.endArray().endObject();
    }

    /** As much graphics memory as memory: clients read it as a model that is there as a whole. */
    private static void append(JsonOut out, RunningModel model) {
        ModelCard card = model.card();
        String name = card.name().tagged();
        long size = ModelMembers.size(card);
        out.beginObject()
                .member("name", name)
                .member("model", name)
                .member("size", size)
                .member("digest", ModelMembers.digest(card.name()))
                .beginObject("details");
        ModelMembers.details(out, card);
        out.endObject()
                .member("expires_at", GoTime.text(model.expires()))
                .member("size_vram", size)
                .member("context_length", card.contextLength())
                .endObject();
    }
}
