package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/**
 * The routes that change which models a server owns. A proxy owns none, so each is refused; if something else is wrong
 * with the request as well, Ollama 0.33's error for that comes first.
 */
final class RefusedWrites {

    private static final Map<String, MemberType> PUSH = Map.of(
            "model", MemberType.TEXT,
            "name", MemberType.TEXT,
            "username", MemberType.TEXT,
            "password", MemberType.TEXT,
            "insecure", MemberType.FLAG,
            "stream", MemberType.FLAG);
    private static final Map<String, MemberType> COPY =
            Map.of("source", MemberType.TEXT, "destination", MemberType.TEXT);
    private static final Map<String, MemberType> DELETE = Map.of("model", MemberType.TEXT, "name", MemberType.TEXT);

    private final ModelLookup models;

    RefusedWrites(ModelLookup models) {
        this.models = models;
    }

    void push(Context ctx) throws IOException {
        SimpleBody body = SimpleBody.read(ctx, "api.PushRequest", PUSH);
        if (body.model().isEmpty()) {
            throw new FailureException(ModelLookup.NO_NAME);
        }
        throw new OllamaError(501, unsupported("pushing a model"));
    }

    void create(Context ctx) throws IOException {
        SimpleBody body = SimpleBody.read(ctx, "api.CreateRequest", CreateMembers.ALL);
        if (!NameGrammar.accepts(body.model().strip())) {
            throw new FailureException(ModelLookup.INVALID_NAME);
        }
        throw new OllamaError(501, unsupported("creating a model"));
    }

    void copy(Context ctx) throws IOException {
        SimpleBody body = SimpleBody.read(ctx, "api.CopyRequest", COPY);
        String source = body.text("source");
        boolean known = models.known(source).isPresent();
        if (!known && !NameGrammar.accepts(source)) {
            throw new FailureException(invalid("source", source));
        }
        String destination = body.text("destination");
        if (!NameGrammar.accepts(destination)) {
            throw new FailureException(invalid("destination", destination));
        }
        if (!known) {
            throw new OllamaError(404, "model " + GoQuote.text(source) + " not found");
        }
        throw new OllamaError(501, unsupported("copying a model"));
    }

    void delete(Context ctx) throws IOException {
        String name = SimpleBody.read(ctx, "api.DeleteRequest", DELETE).model();
        if (name.isBlank()) {
            throw new FailureException(ModelLookup.NO_NAME);
        }
        if (models.search(name, invalid("name", name)).isEmpty()) {
            throw new FailureException(new Failure.ModelNotFound(name));
        }
        // Not 501 as the others: some clients show the text of a few statuses only, and this is what their users do.
        throw new OllamaError(400, unsupported("deleting a model"));
    }

    /** The text of a refusal, which names what was wanted. */
    static String unsupported(String what) {
        return what + " is not supported: this server passes requests on and keeps no models";
    }

    private static Failure invalid(String what, String name) {
        return new InvalidRequest(what + " " + GoQuote.text(name) + " is invalid");
    }
}
