package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The routes that change what a server owns. A proxy owns no models, so each is refused, with the errors of Ollama 0.33 for what is
 * wrong with the request first.
 */
final class RefusedWrites {

    private static final Set<String> NAMES = Set.of("model", "name");
    private static final Set<String> CREATE_TEXTS = Set.of(
            "model", "name", "from", "remote_host", "template", "system", "renderer", "parser", "requires", "quantize",
            "quantization");
    private static final Set<String> STREAM = Set.of("stream", "insecure");
    private static final Pattern DIGEST = Pattern.compile("sha256[:-][0-9a-fA-F]{64}");

    private final KnownModels models;

    RefusedWrites(KnownModels models) {
        this.models = models;
    }

    void push(Context ctx) throws IOException {
        WireRequest request = read(ctx, "api.PushRequest", NAMES);
        if (request.model().isEmpty()) {
            throw KnownModels.nameRequired();
        }
        throw unsupported(501, "pushing a model");
    }

    void create(Context ctx) throws IOException {
        WireRequest request = read(ctx, "api.CreateRequest", CREATE_TEXTS);
        if (!NameGrammar.accepts(request.model())) {
            throw KnownModels.invalidName();
        }
        throw unsupported(501, "creating a model");
    }

    void copy(Context ctx) throws IOException {
        WireRequest request = read(ctx, "api.CopyRequest", Set.of("source", "destination"));
        String source = request.text("source");
        String destination = request.text("destination");
        models.find(
                source,
                () -> new OllamaError(400, "source " + quoted(source) + " is invalid"),
                () -> NameGrammar.accepts(destination)
                        ? new OllamaError(404, "model " + quoted(source) + " not found")
                        : invalidDestination(destination));
        if (!NameGrammar.accepts(destination)) {
            throw invalidDestination(destination);
        }
        throw unsupported(501, "copying a model");
    }

    void delete(Context ctx) throws IOException {
        String name = read(ctx, "api.DeleteRequest", NAMES).model();
        if (name.isEmpty()) {
            throw KnownModels.nameRequired();
        }
        models.find(
                name,
                () -> new OllamaError(400, "name " + quoted(name) + " is invalid"),
                () -> new OllamaError(404, "model '" + name + "' not found"));
        throw unsupported(400, "deleting a model");
    }

    void uploadBlob(Context ctx) {
        checkDigest(ctx);
        throw unsupported(501, "uploading a blob");
    }

    /** No blob is here, so that a client which asks goes on as if it had to upload it. */
    void findBlob(Context ctx) {
        checkDigest(ctx);
        ctx.status(404);
    }

    /** There is nobody to sign in as; without a link to sign in by, so that no client opens one. */
    static void account(Context ctx) throws IOException {
        JsonReply.send(ctx, 401, JsonReply.TYPE, error("unauthorized"));
    }

    /** Routes of Ollama's cloud. */
    static void cloud(Context ctx) throws IOException {
        JsonReply.send(ctx, 404, JsonReply.TYPE, error("not served here: this route belongs to Ollama's cloud"));
    }

    private static JsonOut error(String text) {
        return new JsonOut().beginObject().member("error", text).endObject();
    }

    private static void checkDigest(Context ctx) {
        if (!DIGEST.matcher(ctx.pathParam("digest")).matches()) {
            throw new OllamaError(400, "invalid digest format");
        }
    }

    private static WireRequest read(Context ctx, String type, Set<String> texts) throws IOException {
        return WireRequest.read(ctx.bodyInputStream().readAllBytes(), type, texts, STREAM);
    }

    private static OllamaError unsupported(int status, String what) {
        return new OllamaError(status, what + " is not supported: this server passes requests on and keeps no models");
    }

    private static OllamaError invalidDestination(String name) {
        return new OllamaError(400, "destination " + quoted(name) + " is invalid");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
