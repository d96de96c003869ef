package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.json.GoTime;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;

/**
 * A model's card as Ollama 0.33 answers {@code /api/show}, members in the recorded order.
 *
 * <p>A proxy has neither template nor licence of the model; what stands there is true of the proxy and never empty,
 * since some clients refuse a model without.
 */
final class ShowMapper {

    private static final String LICENSE = "See the terms of the model's provider.";

    private ShowMapper() {}

    /**
     * The whole answer.
     *
     * @param asked the name as the client wrote it
     * @param system the system text that the client wants shown, empty if it wants none
     */
    static JsonOut toWire(ModelCard card, ModelName asked, String system) {
        JsonOut out = new JsonOut()
                .beginObject()
                .member("license", LICENSE)
                .member("modelfile", Modelfile.text(card))
                .member("parameters", Modelfile.parameters(card))
                .member("template", Modelfile.template(card))
                .memberUnlessEmpty("system", system)
                .beginObject("details");
        ModelMembers.details(out, card);
        out.endObject().beginObject("model_info");
        ModelInfoMapper.append(out, card, asked);
        out.endObject();
        ModelMembers.capabilities(out, card.capabilities().list());
        return out.member("modified_at", GoTime.text(card.created())).endObject();
    }
}
