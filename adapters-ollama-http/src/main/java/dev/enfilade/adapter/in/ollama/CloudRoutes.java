package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** The routes that lead to Ollama's own cloud: it is off, and nothing can turn it on. */
final class CloudRoutes {

    /** Nobody is signed in, and there is no link to sign in by, so that no client opens one. */
    static final Handler ACCOUNT = refusing(401, "unauthorized");

    static final Handler UNSERVED = refusing(404, "not served here: this route belongs to Ollama's cloud");

    private CloudRoutes() {}

    static void status(Context ctx) throws IOException {
        JsonReply.send(
                ctx,
                new JsonOut()
                        .beginObject()
                        .beginObject("cloud")
                        .member("disabled", true)
                        .member("source", "env")
                        .endObject()
                        .endObject());
    }

    private static Handler refusing(int status, String text) {
        return _ -> {
            throw new OllamaError(status, text);
        };
    }
}
