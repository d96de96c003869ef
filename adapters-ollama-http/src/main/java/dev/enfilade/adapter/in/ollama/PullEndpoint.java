package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * {@code POST /api/pull}: nothing is ever downloaded, but many clients pull a model before they use it. One that is served is there at
 * once; any other cannot be had.
 */
final class PullEndpoint implements Handler {

    private static final Set<String> TEXTS = Set.of("model", "name", "username", "password");
    private static final Set<String> FLAGS = Set.of("insecure", "stream");
    private static final List<String> STEPS =
            List.of("pulling manifest", "verifying sha256 digest", "writing manifest", "success");

    /** The command line knows this text. */
    private static final String MISSING = "pull model manifest: file does not exist";

    private final KnownModels models;

    PullEndpoint(KnownModels models) {
        this.models = models;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        WireRequest request =
                WireRequest.read(ctx.bodyInputStream().readAllBytes(), "api.PullRequest", TEXTS, FLAGS);
        String name = request.model();
        boolean streamed = request.flag("stream").orElse(true);
        if (name.isEmpty()) {
            throw KnownModels.invalidName();
        }
        try {
            models.find(name, KnownModels::invalidName, () -> new OllamaError(500, MISSING));
        } catch (OllamaError e) {
            if (!streamed || e.reply().status() != 500) {
                throw e;
            }
            lines(ctx, List.of(status(STEPS.getFirst()), new JsonOut().beginObject().member("error", MISSING).endObject()));
            return;
        }
        if (streamed) {
            lines(ctx, STEPS.stream().map(PullEndpoint::status).toList());
        } else {
            JsonReply.send(ctx, 200, "application/json", status(STEPS.getLast()));
        }
    }

    private static JsonOut status(String text) {
        return new JsonOut().beginObject().member("status", text).endObject();
    }

    private static void lines(Context ctx, List<JsonOut> lines) throws IOException {
        ctx.status(200).contentType("application/x-ndjson");
        for (JsonOut line : lines) {
            line.newLine().writeTo(ctx.res().getOutputStream());
            ctx.res().flushBuffer();
        }
    }
}
