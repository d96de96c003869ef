package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;

/** {@code POST /api/show}: all about one model. */
final class ShowEndpoint implements Handler {

    private static final Map<String, MemberType> MEMBERS = Map.of(
            "model", MemberType.TEXT,
            "name", MemberType.TEXT,
            "system", MemberType.TEXT,
            "template", MemberType.TEXT,
            "verbose", MemberType.FLAG,
            "options", MemberType.OBJECT);

    private static final String REMOTE_DETAILS = "remote model details are unavailable";

    private final ModelLookup models;

    ShowEndpoint(ModelLookup models) {
        this.models = models;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        SimpleBody body = SimpleBody.read(ctx, "api.ShowRequest", MEMBERS);
        ModelName name = new ModelName(body.model());
        if (name.value().isBlank()) {
            throw new FailureException(ModelLookup.NO_NAME);
        }
        ModelCard card = models.usable(name.value(), REMOTE_DETAILS).orElseThrow(() -> missing(name));
        JsonReply.send(ctx, ShowMapper.toWire(card, name, body.text("system")));
    }

    /** Unlike on other routes the name is shown as listings would show it. */
    private static OllamaError missing(ModelName name) {
        ModelName listed = name.withoutLocalMark().orElse(name);
        return new OllamaError(404, "model '" + listed.tagged() + "' not found");
    }
}
