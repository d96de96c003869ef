package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.json.GoTime;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelListing;
import java.util.Comparator;

/** The list of models as Ollama 0.33 shows it, the newest first by whole seconds. */
final class TagsMapper {

    private static final Comparator<ModelCard> NEWEST_FIRST = Comparator.comparingLong(
                    (ModelCard card) -> card.created().getEpochSecond())
            .reversed();

    private TagsMapper() {}

    static JsonOut toWire(ModelListing listing) {
        JsonOut out = new JsonOut().beginObject().beginArray("models");
        listing.models().stream().sorted(NEWEST_FIRST).forEach(card -> model(out, card));
        return out.endArray().endObject();
    }

    private static void model(JsonOut out, ModelCard card) {
        String name = card.name().tagged();
        out.beginObject()
                .member("name", name)
                .member("model", name)
                .member("modified_at", GoTime.text(card.created()))
                .member("size", ModelMembers.size(card))
                .member("digest", ModelMembers.digest(card.name()))
                .beginObject("details");
        ModelMembers.details(out, card);
        out.member("context_length", card.contextLength());
        card.embeddingLength().ifPresent(length -> out.member("embedding_length", length));
        out.endObject();
        ModelMembers.capabilities(out, card.capabilities().list());
        out.endObject();
    }
}
