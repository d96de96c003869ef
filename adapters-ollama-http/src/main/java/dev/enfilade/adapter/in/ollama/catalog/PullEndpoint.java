package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.http.NdjsonWriter;
import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /api/pull}: nothing is ever downloaded, but many clients pull a model before they use it. One that is
 * served is there at once; any other cannot be had.
 */
final class PullEndpoint implements Handler {

    private static final Map<String, MemberType> MEMBERS = Map.of(
            "model", MemberType.TEXT,
            "name", MemberType.TEXT,
            "username", MemberType.TEXT,
            "password", MemberType.TEXT,
            "insecure", MemberType.FLAG,
            "stream", MemberType.FLAG);

    private static final List<String> STEPS =
            List.of("pulling manifest", "verifying sha256 digest", "writing manifest", "success");

    /** The command line of Ollama knows this text. */
    private static final String MISSING = "pull model manifest: file does not exist";

    private final ModelLookup models;

    PullEndpoint(ModelLookup models) {
        this.models = models;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        SimpleBody body = SimpleBody.read(ctx, "api.PullRequest", MEMBERS);
        boolean known = models.search(body.model(), ModelLookup.INVALID_NAME).isPresent();
        if (body.flag("stream").orElse(true)) {
            stream(new NdjsonWriter(ctx), known);
        } else if (known) {
            JsonReply.send(ctx, 200, "application/json", line("status", STEPS.getLast()));
        } else {
            throw new OllamaError(500, MISSING);
        }
    }

    private static void stream(NdjsonWriter lines, boolean known) {
        if (known) {
            STEPS.forEach(step -> lines.write(line("status", step)));
        } else {
            lines.write(line("status", STEPS.getFirst()));
            lines.write(line("error", MISSING));
        }
    }

    private static JsonOut line(String member, String text) {
        return new JsonOut().beginObject().member(member, text).endObject();
    }
}
