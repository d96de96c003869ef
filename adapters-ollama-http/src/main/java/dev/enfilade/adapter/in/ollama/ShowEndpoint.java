package dev.enfilade.adapter.in.ollama;

import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Set;

/** {@code POST /api/show}: all about one model. */
final class ShowEndpoint implements Handler {

    private static final Set<String> TEXTS = Set.of("model", "name", "system", "template");
    private static final Set<String> FLAGS = Set.of("verbose");

    private final KnownModels models;

    ShowEndpoint(KnownModels models) {
        this.models = models;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        WireRequest request =
                WireRequest.read(ctx.bodyInputStream().readAllBytes(), "api.ShowRequest", TEXTS, FLAGS);
        String name = request.model();
        if (name.isEmpty()) {
            throw KnownModels.nameRequired();
        }
        ModelCard card = models.find(name, KnownModels::invalidName, () -> missing(name));
        JsonReply.send(ctx, ShowMapper.toWire(card, request.text("system")));
    }

    /** Unlike on other routes the name is shown with its tag. */
    private static OllamaError missing(String name) {
        return new OllamaError(404, "model '" + new ModelName(name).tagged() + "' not found");
    }
}
