package dev.enfilade.adapter.in.ollama;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.http.Route;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;

/** The routes that lead to Ollama's own cloud: it is off, and nothing can turn it on. */
final class CloudRoutes {

    /** Nobody is signed in, and there is no link to sign in by, so that no client opens one. */
    private static final Handler ACCOUNT = refusing(401, "unauthorized");

    private static final Handler UNSERVED = refusing(404, "not served here: this route belongs to Ollama's cloud");

    private CloudRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route(GET, "/api/status", CloudRoutes::status),
                new Route(POST, "/api/me", ACCOUNT),
                new Route(POST, "/api/signout", UNSERVED),
                new Route(DELETE, "/api/user/keys/{key}", UNSERVED),
                new Route(POST, "/api/experimental/web_search", UNSERVED),
                new Route(POST, "/api/experimental/web_fetch", UNSERVED),
                new Route(GET, "/api/experimental/model-recommendations", UNSERVED));
    }

    private static void status(Context ctx) throws IOException {
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
